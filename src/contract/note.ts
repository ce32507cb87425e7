import { oc } from '@orpc/contract';
import { z } from 'zod';
import { NoteRefSchema, SpanSchema } from './common.ts';
import { errorMap } from './errors.ts';
import { HeadingSchema, NoteEntrySchema } from './notes.ts';

export const NoteInputSchema = z.object({
  /** A note's path, title, alias or file name. */
  note: z.string().min(1).max(4096),
});

/** A link as it stands in the text; its span covers all of it, brackets included. */
export const NoteLinkSchema = SpanSchema.extend({
  /**
   * 'embed' is `![[…]]`, 'markdown-embed' `![…](…)`; 'frontmatter' a link in a property, 'canvas' a file on a canvas.
   */
  kind: z.enum(['wikilink', 'embed', 'markdown', 'markdown-embed', 'frontmatter', 'canvas']),
  /** What the link says it leads to, subpath included: `Note#Heading`, `Note#^block`, `../folder/note.md`. */
  target: z.string(),
  alias: z.string().nullable(),
  /** The note it leads to; null when there is none, or it is an attachment. */
  to: NoteRefSchema.nullable(),
  /** Path of the attachment it leads to, relative to the vault. */
  attachment: z.string().nullable(),
});
export type NoteLink = z.infer<typeof NoteLinkSchema>;

export const NoteTextSchema = z.object({
  note: NoteEntrySchema,
  /** The note as it is on disk now, decoded. All offsets of the contract are into this text. */
  text: z.string(),
  /** Changes with the text. */
  revision: z.string(),
  /**
   * False while the index still holds an earlier version. Headings and links are of the text all the same; passages
   * of other answers may stand elsewhere in it.
   */
  current: z.boolean(),
  headings: z.array(HeadingSchema),
  links: z.array(NoteLinkSchema),
  /** Survivable oddities: 'invalid-utf8', 'frontmatter-broken'… */
  oddities: z.array(z.string()),
});
export type NoteText = z.infer<typeof NoteTextSchema>;

/**
 * A note to read.
 * @throws NOTE_NOT_FOUND, NOTE_AMBIGUOUS, VAULT_GONE, FILE_VANISHED, FILE_UNREADABLE, FILE_TOO_LARGE, FILE_BINARY
 */
export const note = oc.errors(errorMap).input(NoteInputSchema).output(NoteTextSchema);
