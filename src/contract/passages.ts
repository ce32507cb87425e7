import { oc } from '@orpc/contract';
import { z } from 'zod';
import { NoteRefSchema, PassageSchema, SpanSchema } from './common.ts';
import { errorMap } from './errors.ts';
import { FilterSchema } from './filter.ts';

export const RelatedPassagesInputSchema = z.object({
  /** A note's path, title, alias or file name. */
  note: z.string().min(1).max(4096),
  /** What is read of it: offsets into its text. The passage that covers most of it is asked for. */
  at: SpanSchema,
  limit: z.number().int().min(1).max(200).default(10),
  /** Leave out passages of notes that are already linked, in either direction. */
  unlinkedOnly: z.boolean().default(false),
  filter: FilterSchema.optional(),
});
export type RelatedPassagesInput = z.input<typeof RelatedPassagesInputSchema>;

export const RelatedPassageSchema = z.object({
  note: NoteRefSchema,
  passage: PassageSchema,
  /** Cosine of the two centred passage vectors, -1..1. */
  similarity: z.number(),
  /** Share of the vault's pairs of passages that are less alike, in per cent, 0..100; estimated from a sample. */
  percentile: z.number(),
  /** Telling words that both passages say: spans in `passage.text`. */
  marks: z.array(SpanSchema),
  linked: z.object({ to: z.boolean(), from: z.boolean() }),
  tier: z.enum(['contextual', 'static', 'words']),
});
export type RelatedPassage = z.infer<typeof RelatedPassageSchema>;

export const RelatedPassagesResultSchema = z.object({
  note: NoteRefSchema,
  /** The passage that was compared; null where the note has none there. */
  here: PassageSchema.nullable(),
  /** Best first, at most a few of one note. */
  results: z.array(RelatedPassageSchema),
  coverage: z.number(),
});
export type RelatedPassagesResult = z.infer<typeof RelatedPassagesResultSchema>;

/** What in other notes is related to one passage of a note. */
export const relatedPassages = oc
  .errors(errorMap)
  .input(RelatedPassagesInputSchema)
  .output(RelatedPassagesResultSchema);
