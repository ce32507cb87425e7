import { oc } from '@orpc/contract';
import { z } from 'zod';
import { NoteRefSchema, PassageSchema, SharedTermSchema } from './common.ts';
import { errorMap } from './errors.ts';

export const RelatedInputSchema = z.object({
  /** A note's path, title, alias or file name. */
  note: z.string().min(1).max(4096),
  limit: z.number().int().min(1).max(200).default(10),
  /** Leave out notes that are already linked, in either direction. */
  unlinkedOnly: z.boolean().default(false),
});
export type RelatedInput = z.input<typeof RelatedInputSchema>;

export const EvidenceSchema = z.object({
  /** Passage of the asked note. */
  here: PassageSchema,
  /** Passage of the related note. */
  there: PassageSchema,
  /** Cosine of the two centred passage vectors, -1..1. */
  similarity: z.number(),
});

export const RelatedNoteSchema = z.object({
  note: NoteRefSchema,
  /** Comparable within one answer only; higher is closer. */
  score: z.number(),
  /** What the score is made of; the parts add up to it. */
  parts: z.object({ meaning: z.number(), words: z.number(), links: z.number(), names: z.number() }),
  /** Best passage pairs, best first; empty where a note has no passages. */
  evidence: z.array(EvidenceSchema),
  sharedTerms: z.array(SharedTermSchema),
  /** Notes similar to the asked one that are linked with this one, by which a link is passed on; strongest first. */
  via: z.array(NoteRefSchema),
  linked: z.object({ to: z.boolean(), from: z.boolean() }),
});
export type RelatedNote = z.infer<typeof RelatedNoteSchema>;

export const RelatedResultSchema = z.object({
  note: NoteRefSchema,
  results: z.array(RelatedNoteSchema),
  /** Share of the vault's passages that have vectors, 0..1: below 1 the answer gets better as indexing goes on. */
  coverage: z.number(),
});
export type RelatedResult = z.infer<typeof RelatedResultSchema>;

export const related = oc.errors(errorMap).input(RelatedInputSchema).output(RelatedResultSchema);
