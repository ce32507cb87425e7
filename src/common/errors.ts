import { describe, ERRORS, type ErrorCode, type ErrorParams } from './error-codes.ts';
import { because, systemReason } from './reasons.ts';

/** The one error class. Its message is the sentence a person reads; its code is what programs switch over. */
export class PortolanError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: { cause?: unknown }) {
    super(describe(code, params).what, options);
    this.name = 'PortolanError';
    this.code = code;
    this.params = params;
  }

  /** What the person can do about it. */
  get todo(): string {
    return describe(this.code, this.params).todo;
  }
}

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(ERRORS, code);

export const hasCode = (error: unknown, code: ErrorCode): boolean =>
  error instanceof PortolanError && error.code === code;

/** The system's error code (`ENOENT`, `EACCES`, `SQLITE_FULL`…), where there is one. */
export function systemCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** The shortest true description of anything thrown. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error) return error.message || error.name;
  return String(error);
}

/** Why something failed, as the parameters of a coded error: in plain words where the system's code is known. */
export function reasonParams(error: unknown): ErrorParams & { readonly reason: string } {
  const message = reasonOf(error);
  const known = systemReason(systemCode(error), message);
  return known ? because(known) : { reason: message };
}

/** Any thrown value as a coded error, keeping the cause. */
export function toPortolanError(
  error: unknown,
  code: ErrorCode = 'INTERNAL',
  params: ErrorParams = {},
): PortolanError {
  if (error instanceof PortolanError) return error;
  if ((error as { name?: unknown } | null)?.name === 'AbortError')
    return new PortolanError('CANCELLED', {}, { cause: error });
  return new PortolanError(code, { ...reasonParams(error), ...params }, { cause: error });
}
