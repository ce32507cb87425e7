import { longest, type Piece } from './piece.ts';
import type { Sizes } from './split.ts';

/**
 * Groups neighbouring pieces into chunks of about the target, none above the limit. The sizes are evened out first, so
 * that no crumb is left at the end. `separator`: tokens between two pieces.
 */
export function pack(pieces: readonly Piece[], { target, limit }: Sizes, separator: number): Piece[][] {
  const total = pieces.reduce((sum, p) => sum + p.tokens + separator, 0);
  const goal = total <= limit ? limit : total / Math.ceil(total / target);
  const groups: Piece[][] = [];
  let group: Piece[] = [];
  let tokens = 0;
  let length = 0;
  for (const piece of pieces) {
    const next = piece.tokens + separator;
    const over = tokens + next - goal;
    const full = tokens + next > limit || length + piece.text.length > longest(limit);
    if (group.length > 0 && (full || over > goal - tokens)) {
      groups.push(group);
      group = [];
      tokens = lead(piece, limit, target);
      length = 0;
    }
    group.push(piece);
    tokens += next;
    length += piece.text.length;
  }
  if (group.length > 0) groups.push(group);
  return joinCrumb(groups, target, limit, separator);
}

/** A last chunk that says little on its own goes to the one before it, where it fits. */
function joinCrumb(groups: Piece[][], target: number, limit: number, separator: number): Piece[][] {
  const last = groups.at(-1);
  const before = groups.at(-2);
  if (!last || !before) return groups;
  const size = (group: Piece[]) => group.reduce((sum, p) => sum + p.tokens + separator, 0);
  if (size(last) > target / 4 || size(before) + size(last) > limit) return groups;
  const length = [...before, ...last].reduce((sum, p) => sum + p.text.length, 0);
  if (length > longest(limit)) return groups;
  return [...groups.slice(0, -2), [...before, ...last]];
}

/** A repeated table header takes room, but is not worth counting again: its length tells enough. */
const lead = (piece: Piece, limit: number, target: number): number =>
  piece.lead ? Math.min(limit - target, piece.lead.length / 4) : 0;
