import { z } from 'zod';
import { ERRORS, type ErrorCode } from '../common/error-codes.ts';

export const ErrorCodeSchema = z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]);

export const ErrorParamsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** What travels with every error: enough to rebuild the PortolanError on the other side. */
export const ErrorDataSchema = z.object({
  code: ErrorCodeSchema,
  params: ErrorParamsSchema,
});

/** The one error shape of every method. */
export const errorMap = { PORTOLAN: { data: ErrorDataSchema } } as const;
