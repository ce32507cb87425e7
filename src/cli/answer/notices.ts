import type { Status } from '../../contract/status.ts';
import { harmless } from '../terminal/harmless.ts';
import type { Style } from '../terminal/style.ts';

/** What is lost with the English model: said wherever answers depend on it. */
const FALLBACK = [
  'The multilingual model is not installed: the English one is in use.',
  'Notes in other languages are found by their words, hardly by their meaning. “npm run models” gets the other.',
];

/** What a person should know before trusting an answer, and what to do about it; empty when all is well. */
export function noticeLines(status: Status, style: Style): string[] {
  const notices = status.notices.map(({ what, todo }) => [what, todo]);
  if (status.model.fallback) notices.push(FALLBACK);
  return notices.flatMap(([what = '', todo = '']) => [style.warn(harmless(what)), style.dim(harmless(todo))]);
}
