import { oc } from '@orpc/contract';
import { z } from 'zod';
import { NoteRefSchema, PassageSchema, SpanSchema } from './common.ts';
import { errorMap } from './errors.ts';
import { FilterSchema } from './filter.ts';

export const AlgebraInputSchema = z.object({
  /** `king - man + woman`, `[[Note A]] - 0.5*"a phrase"`; see `src/common/expression.ts`. */
  expression: z.string().max(10_000),
  limit: z.number().int().min(1).max(200).default(10),
  filter: FilterSchema.optional(),
});
export type AlgebraInput = z.input<typeof AlgebraInputSchema>;

/** A term of the expression; its span is an offset range in the expression as it was given. */
export const AlgebraTermSchema = SpanSchema.extend({
  kind: z.enum(['words', 'note']),
  /** Words without quotes, or the note's name without brackets. */
  text: z.string(),
  /** Signed; brackets are multiplied out. */
  weight: z.number(),
  /** The note that is meant; for bare words the one note they name, which then says what they mean as much as they do. */
  note: NoteRefSchema.nullable(),
  /** True where the words are more than the model reads at once: their end is not part of the answer. */
  cut: z.boolean(),
});
export type AlgebraTerm = z.infer<typeof AlgebraTermSchema>;

export const AlgebraHitSchema = z.object({
  note: NoteRefSchema,
  /** -1..1: half the cosine of the note, half that of its best passage, with what the expression means. */
  score: z.number(),
  /** By term, in the terms' order: what each adds to the score or takes from it. They add up to the score. */
  shares: z.array(z.number()),
  /** Best passages, best first; their scores are cosines. */
  passages: z.array(PassageSchema.extend({ score: z.number() })),
});
export type AlgebraHit = z.infer<typeof AlgebraHitSchema>;

export const AlgebraResultSchema = z.object({
  terms: z.array(AlgebraTermSchema),
  hits: z.array(AlgebraHitSchema),
  /** Notes that the expression names: they are no answer to it. */
  leftOut: z.array(NoteRefSchema),
  /** Share of the vault's passages that have vectors, 0..1. */
  coverage: z.number(),
});
export type AlgebraResult = z.infer<typeof AlgebraResultSchema>;

export const algebra = oc.errors(errorMap).input(AlgebraInputSchema).output(AlgebraResultSchema);
