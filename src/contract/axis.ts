import { oc } from '@orpc/contract';
import { z } from 'zod';
import { AlgebraTermSchema } from './algebra.ts';
import { NoteRefSchema, PassageSchema } from './common.ts';
import { errorMap } from './errors.ts';
import { FilterSchema } from './filter.ts';

export const AxisInputSchema = z.object({
  /** A pole: words, phrases or notes as in an expression, several with commas between them: `cold, "deep frost"`. */
  from: z.string().max(10_000),
  to: z.string().max(10_000),
  /** Paths or names of the notes to order; all by default. */
  notes: z.array(z.string().min(1).max(4096)).max(500).optional(),
  filter: FilterSchema.optional(),
  /** Notes shown, where none are listed: those that have most to do with the axis. */
  limit: z.number().int().min(1).max(500).default(20),
});
export type AxisInput = z.input<typeof AxisInputSchema>;

export const AxisPoleSchema = z.object({
  terms: z.array(AlgebraTermSchema),
  /** The strength of the note that has most to do with this pole. */
  strongest: z.number(),
  /** Whether the pole is a note, or any note has more to do with it than chance would have it. */
  spokenOf: z.boolean(),
});
export type AxisPole = z.infer<typeof AxisPoleSchema>;

export const AxisNoteSchema = z.object({
  note: NoteRefSchema,
  /** -1 at the `from` pole, 1 at the `to` pole: as far as any note of the vault goes. */
  position: z.number(),
  /** How much the note has to do with either pole: its nearness in standard deviations above the vault's mean. */
  strength: z.number(),
  /** False: the note has nothing to do with the axis, and its position says nothing. */
  related: z.boolean(),
  /** The passage that speaks most for the note's side; its score is the passage's own position. */
  passage: PassageSchema.extend({ score: z.number() }).nullable(),
});
export type AxisNote = z.infer<typeof AxisNoteSchema>;

export const AxisResultSchema = z.object({
  from: AxisPoleSchema,
  to: AxisPoleSchema,
  /** How different the poles are: 0 the same, 1 nothing in common, up to 2. Below about 0.3 an axis tells little. */
  apart: z.number(),
  /** By position, from `from` to `to`. */
  notes: z.array(AxisNoteSchema),
  /** Notes that the filter or the list lets through and that have vectors, and those of them that are related. */
  considered: z.number(),
  related: z.number(),
  /** Notes that are poles themselves. */
  leftOut: z.array(NoteRefSchema),
  coverage: z.number(),
});
export type AxisResult = z.infer<typeof AxisResultSchema>;

export const axis = oc.errors(errorMap).input(AxisInputSchema).output(AxisResultSchema);

export const AxisPlacesInputSchema = AxisInputSchema.pick({ from: true, to: true });

/** Where all notes lie between two poles, as `encodeAxis` of `src/common/axis-places.ts` writes them. */
export const axisPlaces = oc.errors(errorMap).input(AxisPlacesInputSchema).output(z.instanceof(Blob));
