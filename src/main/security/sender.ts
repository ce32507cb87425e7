import type { WebFrameMain } from 'electron';
import { isOurs } from '../page/address.ts';

/** True when a message comes from the main frame of our own page: frames within it have nothing to say. */
export function isTrusted(frame: Pick<WebFrameMain, 'url' | 'parent'> | null): boolean {
  return frame !== null && frame.parent === null && isOurs(frame.url);
}
