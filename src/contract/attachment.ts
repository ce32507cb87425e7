import { oc } from '@orpc/contract';
import { z } from 'zod';
import { errorMap } from './errors.ts';

export const AttachmentInputSchema = z.object({
  /** Relative to the vault, as `NoteLink.attachment` gives it. */
  path: z.string().min(1).max(4096),
});

/**
 * The bytes of an image, sound or film of the vault, with its media type. Other files are not handed out, nor anything
 * that lies outside the vault or is hidden in it.
 * @throws ATTACHMENT_NOT_FOUND, ATTACHMENT_REFUSED, ATTACHMENT_TOO_LARGE, FILE_UNREADABLE
 */
export const attachment = oc.errors(errorMap).input(AttachmentInputSchema).output(z.instanceof(Blob));
