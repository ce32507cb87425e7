import { z } from 'zod';

const DateSchema = z.iso.date();

/**
 * Which notes an answer may name. Fields narrow it together; the values of one field are alternatives. A filter is
 * applied before anything is ranked, so that few notes are ranked as well as many.
 */
export const FilterSchema = z.object({
  /** These notes and no others, by their paths; what is not in the index is left out. None of them lets none through. */
  paths: z.array(z.string().max(4096)).max(100_000).optional(),
  /** Folders with all that is in them, relative to the vault: 'Projects/2024'; case makes no difference. */
  folders: z.array(z.string().max(4096)).max(200).optional(),
  /** Tags, with or without '#'; 'a' is also 'a/b'. Case makes no difference. */
  tags: z.array(z.string().max(512)).max(200).optional(),
  /** BCP-47 primary languages; 'und' for notes of which it is not known. */
  languages: z.array(z.string().max(35)).max(200).optional(),
  /** Notes of this day or later. A note's day is the one it names (frontmatter, daily note), else its last change. */
  after: DateSchema.optional(),
  /** Notes of an earlier day than this one: with `after`, a year is 2024-01-01 to 2025-01-01. */
  before: DateSchema.optional(),
});
export type Filter = z.infer<typeof FilterSchema>;
