import { useIntl } from 'react-intl';
import { ERRORS, type ErrorCode, type ErrorParams } from '../../common/error-codes.ts';
import { toPortolanError } from '../../common/errors.ts';
import { ERRORS_ES } from './errors.ts';

export interface ErrorText {
  readonly code: ErrorCode;
  /** What happened. */
  readonly what: string;
  /** What to do about it. */
  readonly todo: string;
}

interface Coded {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

/** The sentences of an error in the person's language, from whatever was thrown or from its code and parameters. */
export function useErrorText(): (error: unknown) => ErrorText {
  const { locale, formatNumber } = useIntl();
  const table = locale.startsWith('es') ? ERRORS_ES : ERRORS;
  return (error) => {
    const { code, params } = isCoded(error) ? error : toPortolanError(error);
    const value = (v: string | number | undefined) =>
      typeof v === 'number' ? formatNumber(v) : (v ?? '').trim();
    const fill = (s: string) => s.replace(/\{(\w+)\}/g, (_, key: string) => value(params[key])).trim();
    return { code, what: fill(table[code].what), todo: fill(table[code].todo) };
  };
}

const isCoded = (error: unknown): error is Coded =>
  typeof error === 'object' && error !== null && 'code' in error && 'params' in error && isTable(error.code);

const isTable = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(ERRORS, code);
