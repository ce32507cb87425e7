import { ORPCError } from '@orpc/contract';
import { isErrorCode, PortolanError, reasonOf, toPortolanError } from '../common/errors.ts';
import { ErrorDataSchema } from './errors.ts';

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
    const data = ErrorDataSchema.safeParse(error.data);
    if (data.success && isErrorCode(data.data.code)) {
      return new PortolanError(data.data.code, data.data.params, { cause: error });
    }
    if (error.code === 'BAD_REQUEST') {
      return new PortolanError('INPUT_INVALID', { reason: issuesOf(error) }, { cause: error });
    }
  }
  return toPortolanError(error);
}

function issuesOf(error: Error): string {
  const issues = (error.cause as { issues?: { path?: PropertyKey[]; message?: string }[] } | undefined)
    ?.issues;
  if (!issues?.length) return reasonOf(error);
  return issues
    .map((i) => `${i.path?.map(String).join('.') || 'input'}: ${i.message ?? 'invalid'}`)
    .join('; ');
}
