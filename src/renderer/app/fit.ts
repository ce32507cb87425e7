/** Width of a collapsed pane: its icons. Like all here, in pixels at zoom 1. */
export const RAIL = 40;

/** Least widths. That of the note holds lines of some 45 characters, below which reading becomes a chore. */
export const LEAST = { left: 200, right: 280, note: 416 } as const;

/** Between panes. */
const SEPARATORS = 2;

/** Widths of the panes beside the note where they are open. */
export interface Wanted {
  readonly left: number | null;
  readonly right: number | null;
}

/** Which panes have no place of their own beside the note: the right one gives way first. */
export function crowded(
  width: number,
  leftWanted: boolean,
): { readonly left: boolean; readonly right: boolean } {
  const beside = width - SEPARATORS - LEAST.note;
  const left = beside < LEAST.left + RAIL;
  return { left, right: beside < LEAST.right + (leftWanted && !left ? LEAST.left : RAIL) };
}

/** The widths that are wanted, as far as they leave the note its room: the right pane gives first. */
export function fitted(
  width: number,
  { left, right }: Wanted,
): { readonly left: number; readonly right: number } {
  const beside = width - SEPARATORS - LEAST.note;
  const give = (wanted: number, least: number, room: number) => Math.max(least, Math.min(wanted, room));
  const toRight = right === null ? RAIL : give(right, LEAST.right, beside - (left ?? RAIL));
  return { left: left === null ? RAIL : give(left, LEAST.left, beside - toRight), right: toRight };
}
