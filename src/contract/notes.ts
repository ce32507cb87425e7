import { oc } from '@orpc/contract';
import { z } from 'zod';
import { NoteRefSchema, SpanSchema } from './common.ts';
import { errorMap } from './errors.ts';

/** A note as lists, trees and switchers show it. */
export const NoteEntrySchema = NoteRefSchema.extend({
  kind: z.enum(['markdown', 'canvas']),
  aliases: z.array(z.string()),
  /** Without '#'. */
  tags: z.array(z.string()),
  /** Bytes on disk. */
  size: z.number(),
  /** Milliseconds since the epoch: the file's last change. */
  modified: z.number(),
  /** Milliseconds since the epoch: when the file came to be, as far as its disk knows; else its last change. */
  created: z.number(),
  /** The day the note itself names (frontmatter, daily note), ISO; null when it names none. */
  date: z.string().nullable(),
});
export type NoteEntry = z.infer<typeof NoteEntrySchema>;

export const HeadingSchema = SpanSchema.extend({ level: z.number().int(), text: z.string() });
export type Heading = z.infer<typeof HeadingSchema>;

/** Paths of the notes that are asked about; all of the index by default. */
export const NotesInputSchema = z
  .object({ paths: z.array(z.string().max(4096)).max(1_000).optional() })
  .optional();

/** All notes of the index, by path; or of those that are asked about, the ones that are there. */
export const notes = oc
  .errors(errorMap)
  .input(NotesInputSchema)
  .output(z.object({ notes: z.array(NoteEntrySchema) }));

export const NoteHeadingsSchema = z.object({ path: z.string(), headings: z.array(HeadingSchema) });

export type NoteHeadings = z.infer<typeof NoteHeadingsSchema>;

/** The headings of all notes that have any, for switchers; or of those that are asked about. */
export const headings = oc
  .errors(errorMap)
  .input(NotesInputSchema)
  .output(z.object({ notes: z.array(NoteHeadingsSchema) }));
