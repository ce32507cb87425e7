import { oc } from '@orpc/contract';
import { z } from 'zod';
import { NoteRefSchema } from './common.ts';
import { errorMap } from './errors.ts';

export const NeighbourhoodInputSchema = z.object({
  /** A note's path, title, alias or file name. */
  note: z.string().min(1).max(4096),
  /** Notes around it, at most. */
  limit: z.number().int().min(1).max(60).default(36),
});

export const NeighbourSchema = z.object({
  note: NoteRefSchema,
  /** 0 the asked note, 1 related to it or linked with it, 2 related to one of those or linked with it. */
  step: z.number().int().min(0).max(2),
  /** Where it lies on the chart; null before there is one. */
  place: z.object({ x: z.number(), y: z.number() }).nullable(),
});
export type Neighbour = z.infer<typeof NeighbourSchema>;

/** What ties two of the notes: a link somebody wrote, what they say, or both. At least one of the two. */
export const TieSchema = z.object({
  /** Indexes into the notes; `from` is never farther out than `to`. */
  from: z.number().int(),
  to: z.number().int(),
  /** 0 none; else how related they are, up to 1 for the most related of this step. */
  meaning: z.number(),
  /** Which of them links to the other: `to`, that `from` links to `to`. */
  linked: z.object({ to: z.boolean(), from: z.boolean() }),
});
export type Tie = z.infer<typeof TieSchema>;

export const NeighbourhoodSchema = z.object({
  /** The asked note first, then by step, those that have most to do with it first. */
  notes: z.array(NeighbourSchema),
  ties: z.array(TieSchema),
  /** Notes linked with the asked one in either direction, shown or not. */
  linkedTotal: z.number(),
  /** Share of the vault's passages that have vectors, 0..1. */
  coverage: z.number(),
});
export type Neighbourhood = z.infer<typeof NeighbourhoodSchema>;

/** The notes around a note, two steps out. @throws NOTE_NOT_FOUND, NOTE_AMBIGUOUS */
export const neighbourhood = oc.errors(errorMap).input(NeighbourhoodInputSchema).output(NeighbourhoodSchema);
