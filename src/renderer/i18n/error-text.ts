import { ERRORS, type ErrorCode, type ErrorParams } from '../../common/error-codes.ts';
import { isReasonCode, REASONS, systemReason, wordsOfReason } from '../../common/reasons.ts';
import { ERRORS_ES } from './errors.ts';
import { REASONS_ES } from './reasons.ts';

export interface ErrorText {
  readonly code: ErrorCode;
  /** What happened. */
  readonly what: string;
  /** What to do about it. */
  readonly todo: string;
}

/**
 * The sentences of a coded error in a language. Reasons and hints that Portolan knows are said in it too, and what the
 * system reports in plain words; what another program said stays as it is.
 */
export function errorText(
  { code, params }: { readonly code: ErrorCode; readonly params: ErrorParams },
  spanish: boolean,
  formatNumber: (value: number) => string = String,
): ErrorText {
  const said = (spanish ? ERRORS_ES : ERRORS)[code];
  const reasons = spanish ? REASONS_ES : REASONS;
  const value = (v: string | number | undefined) =>
    typeof v === 'number' ? formatNumber(v) : (v ?? '').trim();
  const formatted = Object.fromEntries(Object.entries(params).map(([key, v]) => [key, value(v)]));
  const known = (key: string): string | null => {
    const named = params[`${key}Code`];
    const found = isReasonCode(named)
      ? named
      : key === 'reason'
        ? systemReason(undefined, value(params[key]))
        : undefined;
    return found ? wordsOfReason(found, formatted, reasons) : null;
  };
  const fill = (s: string) =>
    s.replace(/\{(\w+)\}/g, (_, key: string) => known(key) ?? formatted[key] ?? '').trim();
  return { code, what: fill(said.what), todo: fill(said.todo) };
}
