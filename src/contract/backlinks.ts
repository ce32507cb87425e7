import { oc } from '@orpc/contract';
import { z } from 'zod';
import { NoteRefSchema, SpanSchema } from './common.ts';
import { errorMap } from './errors.ts';

export const BacklinksInputSchema = z.object({
  /** A note's path, title, alias or file name. */
  note: z.string().min(1).max(4096),
  /** Notes shown of each kind. */
  limit: z.number().int().min(1).max(500).default(50),
});

/** A place where another note speaks of this one. */
export const PlaceSchema = SpanSchema.extend({
  /** The line or sentence it stands in, as plain text. */
  text: z.string(),
  /** The link or the name: offsets into `text`. */
  mark: SpanSchema,
  /** Headings above it, outermost first. */
  headingPath: z.array(z.string()),
});
export type Place = z.infer<typeof PlaceSchema>;

export const BacklinkSchema = z.object({ note: NoteRefSchema, places: z.array(PlaceSchema) });
export type Backlink = z.infer<typeof BacklinkSchema>;

export const BacklinksResultSchema = z.object({
  note: NoteRefSchema,
  /** Notes that link to it, by title; the places are spans of the links in those notes. */
  linked: z.array(BacklinkSchema),
  linkedTotal: z.number(),
  /** Notes that say its title or an alias without a link. */
  unlinked: z.array(BacklinkSchema),
  /** True where there may be more than those listed. */
  moreUnlinked: z.boolean(),
});
export type BacklinksResult = z.infer<typeof BacklinksResultSchema>;

export const backlinks = oc.errors(errorMap).input(BacklinksInputSchema).output(BacklinksResultSchema);
