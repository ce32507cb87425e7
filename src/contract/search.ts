import { oc } from '@orpc/contract';
import { z } from 'zod';
import { NoteRefSchema, PassageSchema } from './common.ts';
import { errorMap } from './errors.ts';

export const SearchInputSchema = z.object({
  query: z.string().max(200_000),
  limit: z.number().int().min(1).max(200).default(10),
});
export type SearchInput = z.input<typeof SearchInputSchema>;

export const SearchHitSchema = z.object({
  note: NoteRefSchema,
  /** Comparable within one answer only. */
  score: z.number(),
  /** What the score is made of; the parts add up to it. */
  parts: z.object({ meaning: z.number(), words: z.number() }),
  /** Matching passages, best first; empty where only the title matched. */
  passages: z.array(PassageSchema.extend({ score: z.number() })),
  /** Telling words of the query found in the note, as written in the query; words that are everywhere are left out. */
  matched: z.array(z.string()),
});
export type SearchHit = z.infer<typeof SearchHitSchema>;

export const SearchResultSchema = z.object({
  hits: z.array(SearchHitSchema),
  coverage: z.number(),
  /** True when the query was longer than the model's window and only its beginning was read for meaning. */
  queryCut: z.boolean(),
  /** True when the model could not be asked (missing, failed, still starting): the answer is by words alone. */
  wordsOnly: z.boolean(),
});
export type SearchResult = z.infer<typeof SearchResultSchema>;

export const search = oc.errors(errorMap).input(SearchInputSchema).output(SearchResultSchema);
