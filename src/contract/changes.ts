import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { errorMap } from './errors.ts';

/** What happened to the index since the last event: many changes at once travel as one. */
export const ChangesSchema = z.object({
  /** Paths of notes that are new or have changed; some on disk only so far, while others are being read. */
  changed: z.array(z.string()),
  removed: z.array(z.string()),
  /** True when links of some notes lead elsewhere than before. */
  links: z.boolean(),
  /** True when passages got vectors: answers may have become better. */
  vectors: z.boolean(),
  /** True when there were too many to list: everything may have changed. */
  everything: z.boolean(),
  /** True when the notices that `status` gives are other ones. */
  notices: z.boolean(),
});
export type Changes = z.infer<typeof ChangesSchema>;

/**
 * Every change of the index from now on, for as long as the caller listens; gathered for at most 100 ms, new vectors
 * alone for a second.
 */
export const changes = oc.errors(errorMap).output(eventIterator(ChangesSchema));
