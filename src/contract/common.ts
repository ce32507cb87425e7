import { z } from 'zod';

/** A range of UTF-16 code units in a note's decoded text. */
export const SpanSchema = z.object({ start: z.number().int().min(0), end: z.number().int().min(0) });

export const NoteRefSchema = z.object({
  path: z.string(),
  title: z.string(),
  /** BCP-47 primary language, 'und' when unknown. */
  language: z.string(),
});
export type NoteRef = z.infer<typeof NoteRefSchema>;

export const PassageSchema = SpanSchema.extend({
  /** Headings above it, outermost first. */
  headingPath: z.array(z.string()),
  /** Plain text of the passage. */
  text: z.string(),
});
export type Passage = z.infer<typeof PassageSchema>;

/** A weighted word that two notes share; `weight` is its share of the words' part of the score, 0..1. */
export const SharedTermSchema = z.object({ term: z.string(), weight: z.number() });
