import type { ChartModel } from './model.ts';

/** What is seen of the chart: the point in the middle, pixels per unit, the size in pixels. */
export interface Sight {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

export interface Label {
  readonly kind: 'region' | 'part' | 'note';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Pixels. */
  readonly size: number;
  /** Pixels by which it stands off its place, to the right and down. */
  readonly dx: number;
  readonly dy: number;
  readonly note?: number;
}

/** Pixels a letter takes, in type of one pixel: wide enough for most scripts, and for those written in squares. */
const LETTER = 0.61;
const SQUARE = 1.02;
/** Pixels between two names. */
const AIR = 6;
/** Notes in sight up to which they are named, and names of notes at most. */
const FEW = 140;
const MOST_NOTES = 60;
/** Pixels: a region that reaches less far has its name above it. */
const SMALL = 9;
const ABOVE = 16;
const SIZES = { region: 15, part: 12.5, note: 11.5 } as const;

/**
 * The names that there is room for: regions first, the largest before the others; their parts as soon as the regions
 * are larger than their names; notes where few are in sight. No name lies on another, and one that is shown now stays
 * while there is room for it (`kept`). Notes that are meant above all (`first`) are named before anything else.
 */
export function labelsFor(
  model: ChartModel,
  sight: Sight,
  nameOf: (region: ChartModel['drawn'][number]['region']) => string,
  kept: ReadonlySet<string> = new Set(),
  first: readonly number[] = [],
): Label[] {
  const taken: Box[] = [];
  const labels: Label[] = [];
  const put = (what: Omit<Label, 'dx'>) => {
    const label = inside({ ...what, dx: 0 }, sight);
    const box = boxOf(label, sight);
    if (!inSight(box, sight) || taken.some((other) => overlap(box, other))) return false;
    taken.push(box);
    labels.push(label);
    return true;
  };
  const putNote = (i: number) => {
    const text = model.notes[i]?.title ?? '';
    if (text === '') return;
    const [x, y] = [model.positions[2 * i]!, model.positions[2 * i + 1]!];
    put({ kind: 'note', text: shortened(text), x, y, size: SIZES.note, dy: -12, note: i });
  };
  for (const i of first) putNote(i);
  const bySize = model.drawn
    .filter(({ region }) => !region.hidden)
    .map((drawn) => ({ ...drawn, text: nameOf(drawn.region) }))
    .sort((a, b) => Number(kept.has(b.text)) - Number(kept.has(a.text)) || b.region.notes - a.region.notes);
  // Where all of a region lies under its name, the name makes room.
  for (const { region, text, x, y, reach } of bySize)
    if (region.parent === null)
      put({ kind: 'region', text, x, y, size: SIZES.region, dy: reach * sight.scale < SMALL ? -ABOVE : 0 });
  for (const { region, text, x, y, reach } of bySize)
    if (region.parent !== null && 2 * reach * sight.scale > widthOf(text, SIZES.part))
      put({ kind: 'part', text, x, y, size: SIZES.part, dy: 0 });
  const named = new Set(first);
  for (const i of notesInSight(model, sight)) if (!named.has(i) && labels.length <= MOST_NOTES) putNote(i);
  return labels;
}

/** Notes in sight, those with most links first; none where there are too many to be named. */
function notesInSight({ positions, count, degrees }: ChartModel, sight: Sight): number[] {
  const [halfX, halfY] = [sight.width / 2 / sight.scale, sight.height / 2 / sight.scale];
  const found: number[] = [];
  for (let i = 0; i < count; i++) {
    if (Math.abs(positions[2 * i]! - sight.x) > halfX || Math.abs(positions[2 * i + 1]! - sight.y) > halfY)
      continue;
    found.push(i);
    if (found.length > FEW) return [];
  }
  return found.sort((a, b) => degrees[b]! - degrees[a]! || a - b);
}

const LONGEST = 36;
const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a name lies on the screen, in pixels from its middle; the chart's y goes up, the screen's down. */
function boxOf({ text, x, y, size, dx, dy }: Label, sight: Sight): Box {
  const half = widthOf(text, size) / 2 + AIR;
  const [cx, cy] = [(x - sight.x) * sight.scale + dx, (sight.y - y) * sight.scale + dy];
  return { left: cx - half, right: cx + half, top: cy - size / 2 - AIR / 2, bottom: cy + size / 2 + AIR / 2 };
}

/** A name whose place is in sight is in sight as a whole: at an edge it stands beside its place. */
function inside(label: Label, sight: Sight): Label {
  if (Math.abs(label.x - sight.x) * sight.scale > sight.width / 2) return label;
  const { left, right } = boxOf(label, sight);
  const dx = Math.max(0, -sight.width / 2 - left) - Math.max(0, right - sight.width / 2);
  return { ...label, dx };
}

const SQUARES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

export function widthOf(text: string, size: number): number {
  let letters = 0;
  for (const letter of text) letters += SQUARES.test(letter) ? SQUARE : LETTER;
  return letters * size;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const inSight = ({ left, right, top, bottom }: Box, { width, height }: Sight): boolean =>
  right > -width / 2 && left < width / 2 && bottom > -height / 2 && top < height / 2;
