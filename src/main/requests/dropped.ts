import path from 'node:path';
import { requestForPath } from './arguments.ts';
import type { Request } from './request.ts';

const LONGEST = 4096;

/** What was dropped on the window, as the preload script tells it: a folder to open, or a note's file; else null. */
export function requestForDrop(dropped: unknown): Request | null {
  if (typeof dropped !== 'string' || dropped.length > LONGEST || dropped.includes('\0')) return null;
  return path.isAbsolute(dropped) ? requestForPath(path.normalize(dropped)) : null;
}
