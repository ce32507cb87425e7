import { oc } from '@orpc/contract';
import { z } from 'zod';
import { NoteRefSchema, PassageSchema, SpanSchema } from './common.ts';
import { errorMap } from './errors.ts';
import { FilterSchema } from './filter.ts';

export const SearchInputSchema = z.object({
  /**
   * Words, `"exact phrases"`, `-word`, `-"phrase"`, and `tag:` `path:` `lang:` `linked:` `before:` `after:`, each also
   * with `-` (src/common/query). Filters alone list what they let through, newest first. QUERY_SYNTAX says where a
   * question makes no sense.
   */
  query: z.string().max(200_000),
  limit: z.number().int().min(1).max(200).default(10),
  /** Narrows the answer as the query's own filters do. */
  filter: FilterSchema.optional(),
  /** The query is still being typed: its last word may be the beginning of a longer one, its last filter unfinished. */
  prefix: z.boolean().default(false),
  /** False: words alone, at once. A UI shows these and asks for the meaning a moment later. */
  meaning: z.boolean().default(true),
});
export type SearchInput = z.input<typeof SearchInputSchema>;

export const SearchPassageSchema = PassageSchema.extend({
  score: z.number(),
  /** Where the query's words and phrases stand, in whatever form: offsets into `text`, in order, not overlapping. */
  marks: z.array(SpanSchema),
  /** The sentence nearest to the query: offsets into `text`; null where none is nearer than the others. */
  sentence: SpanSchema.nullable(),
});
export type SearchPassage = z.infer<typeof SearchPassageSchema>;

export const SearchHitSchema = z.object({
  note: NoteRefSchema,
  /** Comparable within one answer only. */
  score: z.number(),
  /** What the score is made of; the parts add up to it. */
  parts: z.object({ meaning: z.number(), words: z.number() }),
  /** Matching passages, best first; empty where only the title matched. */
  passages: z.array(SearchPassageSchema),
  /** Telling words of the query found in the note, as written in the query; words that are everywhere are left out. */
  matched: z.array(z.string()),
  /** True where query and note are known to be in different languages. */
  otherLanguage: z.boolean(),
  /** What the note was compared by: the model's vectors, those of its word table, or words alone. */
  tier: z.enum(['contextual', 'static', 'words']),
});
export type SearchHit = z.infer<typeof SearchHitSchema>;

export const SearchResultSchema = z.object({
  hits: z.array(SearchHitSchema),
  coverage: z.number(),
  /** True when the query was longer than the model's window and only its beginning was read for meaning. */
  queryCut: z.boolean(),
  /**
   * True when the answer is by words alone: the model could not be asked (missing, failed, still starting), or was not
   * to be.
   */
  wordsOnly: z.boolean(),
  /** True when the query was of filters only: the hits are listed, newest first. */
  listed: z.boolean(),
  /** BCP-47 primary language that the query seems to be in; 'und' when it is too short to tell. */
  language: z.string(),
});
export type SearchResult = z.infer<typeof SearchResultSchema>;

export const search = oc.errors(errorMap).input(SearchInputSchema).output(SearchResultSchema);
