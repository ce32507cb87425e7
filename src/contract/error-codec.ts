import { ORPCError } from '@orpc/contract';
import type { ErrorCode, ErrorParams } from '../common/error-codes.ts';
import { isErrorCode, PortolanError, reasonOf, toPortolanError } from '../common/errors.ts';

/** The form in which an error leaves the engine. Cause and stack stay behind: they are not the caller's business. */
export function toWire(error: unknown): ORPCError<'PORTOLAN', { code: string; params: object }> {
  const coded = fromWire(error);
  return new ORPCError('PORTOLAN', {
    defined: true,
    message: coded.message,
    data: { code: coded.code, params: coded.params },
    cause: error,
  });
}

/** Whatever a call was rejected with, as the PortolanError it was on the other side. */
export function fromWire(error: unknown): PortolanError {
  if (error instanceof PortolanError) return error;
  if (error instanceof ORPCError) {
    if (isErrorData(error.data)) {
      return new PortolanError(error.data.code, error.data.params, { cause: error });
    }
    if (error.code === 'BAD_REQUEST') {
      return new PortolanError('INPUT_INVALID', { reason: issuesOf(error) }, { cause: error });
    }
  }
  return toPortolanError(error);
}

/** As `ErrorDataSchema` has it; by hand, so that a page that only reads errors need not load what makes schemas. */
function isErrorData(data: unknown): data is { code: ErrorCode; params: ErrorParams } {
  if (typeof data !== 'object' || data === null) return false;
  const { code, params } = data as { code?: unknown; params?: unknown };
  if (!isErrorCode(code) || typeof params !== 'object' || params === null) return false;
  return Object.values(params).every((value) => typeof value === 'string' || typeof value === 'number');
}

function issuesOf(error: Error): string {
  const issues = (error.cause as { issues?: { path?: PropertyKey[]; message?: string }[] } | undefined)
    ?.issues;
  if (!issues?.length) return reasonOf(error);
  return issues
    .map((i) => `${i.path?.map(String).join('.') || 'input'}: ${i.message ?? 'invalid'}`)
    .join('; ');
}
