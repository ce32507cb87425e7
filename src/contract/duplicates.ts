import { oc } from '@orpc/contract';
import { z } from 'zod';
import { NoteRefSchema, SpanSchema } from './common.ts';
import { errorMap } from './errors.ts';

export const DuplicateKindSchema = z.enum(['duplicate', 'contained', 'translation']);
export type DuplicateKind = z.infer<typeof DuplicateKindSchema>;

export const DuplicatesInputSchema = z.object({
  /** A note's path, title, alias or file name: only its own pairs. All pairs of the vault otherwise. */
  note: z.string().min(1).max(4096).optional(),
  kinds: z.array(DuplicateKindSchema).max(3).optional(),
  limit: z.number().int().min(1).max(200).default(20),
  /** Pairs to leave out at the beginning: for the next page. */
  offset: z.number().int().min(0).default(0),
  /** Whether what differs is worked out too; the notes are read from disk for it. */
  differences: z.boolean().default(true),
});
export type DuplicatesInput = z.input<typeof DuplicatesInputSchema>;

/** A part of a note's source; `text` is its beginning where it is long. */
export const PieceSchema = SpanSchema.extend({ text: z.string() });

export const DifferenceSchema = z.object({
  /** What stands there in each note; null where nothing does. */
  a: PieceSchema.nullable(),
  b: PieceSchema.nullable(),
});
export type Difference = z.infer<typeof DifferenceSchema>;

export const DuplicatePairSchema = z.object({
  kind: DuplicateKindSchema,
  a: NoteRefSchema,
  b: NoteRefSchema,
  /**
   * 0..1: of all runs of words in both, those that both have (duplicate); of those in the shorter one (contained); the
   * cosine of the two notes (translation).
   */
  similarity: z.number(),
  /** Share of each one's runs of words that the other has too. */
  ofA: z.number(),
  ofB: z.number(),
  /** Cosine of the centred note vectors; null while one has none. */
  cosine: z.number().nullable(),
  /** Notes that are the same as these two, themselves included: of a group, only enough pairs to hold it together. */
  group: z.number().int(),
  /** Null where it was not asked for, makes no sense (translations) or a file could not be read. */
  differences: z.array(DifferenceSchema).nullable(),
  /** True where there are more than those listed. */
  moreDifferences: z.boolean(),
});
export type DuplicatePair = z.infer<typeof DuplicatePairSchema>;

export const DuplicatesResultSchema = z.object({
  note: NoteRefSchema.nullable(),
  /** Duplicates first, then contained notes, then translations; the most similar first. */
  pairs: z.array(DuplicatePairSchema),
  /** Pairs of all pages, by kind. */
  total: z.object({ duplicate: z.number(), contained: z.number(), translation: z.number() }),
  coverage: z.number(),
});
export type DuplicatesResult = z.infer<typeof DuplicatesResultSchema>;

export const duplicates = oc.errors(errorMap).input(DuplicatesInputSchema).output(DuplicatesResultSchema);
