import { oc } from '@orpc/contract';
import { z } from 'zod';
import { NoteRefSchema, PassageSchema, SharedTermSchema, SpanSchema } from './common.ts';
import { errorMap } from './errors.ts';
import { FilterSchema } from './filter.ts';

export const RelatedInputSchema = z.object({
  /** A note's path, title, alias or file name. */
  note: z.string().min(1).max(4096),
  limit: z.number().int().min(1).max(200).default(10),
  /** Leave out notes that are already linked, in either direction. */
  unlinkedOnly: z.boolean().default(false),
  filter: FilterSchema.optional(),
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

/** A place where one of the two notes says a whole name of the other. */
export const MentionSchema = z.object({
  /** Which of them says it: 'here' is the asked note. */
  in: z.enum(['here', 'there']),
  /** The title, alias or file name that is said. */
  name: z.string(),
  passage: PassageSchema,
  /** Where in the passage's text. */
  at: SpanSchema,
});
export type Mention = z.infer<typeof MentionSchema>;

/**
 * Why a note is related; each kind has its details in a field of its own:
 * 'meaning' in `evidence`, 'words' in `sharedTerms`, 'links' in `via`, 'names' in `mentions` (words of a title may be
 * said without the whole of it, and then there is none), 'tags' in `sharedTags`.
 */
export const ReasonSchema = z.object({
  kind: z.enum(['meaning', 'words', 'links', 'names', 'tags']),
  /** Share of the score, above 0. */
  share: z.number(),
});
export type Reason = z.infer<typeof ReasonSchema>;

export const RelatedNoteSchema = z.object({
  note: NoteRefSchema,
  /** Higher is closer; comparable between answers of one vault. */
  score: z.number(),
  /** Share of the vault's pairs of notes that are less close, in per cent, 0..100; estimated from a sample of them. */
  percentile: z.number(),
  /** What the score is made of, the largest first; the shares add up to 1. */
  reasons: z.array(ReasonSchema),
  /** Best passage pairs, best first; empty where a note has no passages. */
  evidence: z.array(EvidenceSchema),
  sharedTerms: z.array(SharedTermSchema),
  /**
   * Common neighbours: notes linked with this one that are linked with the asked one or much like it, or that link to
   * this one in a sentence like one of the asked note's; those that say most first.
   */
  via: z.array(NoteRefSchema),
  mentions: z.array(MentionSchema),
  /** Without '#', the rarest first. */
  sharedTags: z.array(z.string()),
  linked: z.object({ to: z.boolean(), from: z.boolean() }),
  /** What its text was compared by: the model, the static tier while the model has not read it, or words alone. */
  tier: z.enum(['contextual', 'static', 'words']),
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
