import { roomOfLegend } from './fitting.ts';
import type { ChartModel, DrawnRegion } from './model.ts';

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
/** Between the words that a region is called by. */
export const BETWEEN_WORDS = ' · ';
/** Pixels of a chart below which regions are named in smaller type, and those that the tools take. */
const NARROW = 580;
const TOOLS = { width: 44, height: 272 } as const;
const SIZES = { region: 15, part: 12.5, note: 11.5 } as const;

/**
 * The names that there is room for: regions first, the largest before the others; their parts as soon as the regions
 * are larger than their names; notes where few are in sight. No name lies on another, and one that is shown now stays
 * while there is room for it (`kept`). Notes that are meant above all (`first`) are named before anything else. Every
 * region is called by its first words before any is by all of them: `nameOf` says them joined by `BETWEEN_WORDS`.
 * `legend`: entries of the legend that stands over the chart; 0 for none.
 */
export function labelsFor(
  model: ChartModel,
  sight: Sight,
  nameOf: (region: ChartModel['drawn'][number]['region']) => string,
  kept: ReadonlySet<string> = new Set(),
  first: readonly number[] = [],
  legend = 0,
): Label[] {
  const over = [toolsOf(sight), legendOf(sight, legend)];
  const taken: Box[] = [...over];
  const labels: Label[] = [];
  const put = (what: Omit<Label, 'dx'>) => {
    const label = inside({ ...what, dx: 0 }, sight);
    const box = boxOf(label, sight);
    if (!inSight(box, sight) || taken.some((other) => overlap(box, other))) return -1;
    taken.push(box);
    return labels.push(label) - 1;
  };
  /** The same name with more words, where there is room for it. */
  const lengthen = (at: number, text: string) => {
    const label = inside({ ...labels[at]!, text, dx: 0 }, sight);
    const box = boxOf(label, sight);
    if (taken.some((other, n) => n !== at + over.length && overlap(box, other))) return false;
    taken[at + over.length] = box;
    labels[at] = label;
    return true;
  };
  /** Names of regions or parts: as short as they can be said, then as long as there is room for. */
  const putAll = (drawn: readonly Named[], how: (of: Named) => Pick<Label, 'kind' | 'size' | 'dy'>) => {
    const placed = drawn.map((of) => ({ of, at: put({ ...how(of), text: of.says[0]!, x: of.x, y: of.y }) }));
    for (const { of, at } of placed)
      if (at >= 0)
        of.says
          .slice(1)
          .reverse()
          .some((text) => lengthen(at, text));
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
    .map((drawn): Named => ({ ...drawn, says: saysOf(drawn.region, nameOf(drawn.region)) }))
    .map((of) => ({ of, kept: of.says.some((text) => kept.has(text)) }))
    .sort((a, b) => Number(b.kept) - Number(a.kept) || b.of.region.notes - a.of.region.notes)
    .map(({ of }) => of);
  const regionSize = sight.width < NARROW ? SIZES.part : SIZES.region;
  // Where all of a region lies under its name, the name makes room.
  putAll(
    bySize.filter(({ region }) => region.parent === null),
    ({ reach }) => ({ kind: 'region', size: regionSize, dy: reach * sight.scale < SMALL ? -ABOVE : 0 }),
  );
  putAll(
    bySize.filter(
      ({ region, reach, says }) =>
        region.parent !== null && 2 * reach * sight.scale > widthOf(says.at(-1)!, SIZES.part),
    ),
    () => ({ kind: 'part', size: SIZES.part, dy: 0 }),
  );
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

interface Named extends DrawnRegion {
  /** Its name in fewer words and in more, the shortest first. */
  readonly says: readonly string[];
}

/** A name that a person gave is said as a whole. */
function saysOf({ name }: DrawnRegion['region'], text: string): string[] {
  if (name !== null) return [text];
  const words = text.split(BETWEEN_WORDS);
  return words.map((_, n) => words.slice(0, n + 1).join(BETWEEN_WORDS));
}

/** Where the tools stand over the chart: a name under them could not be read. */
const toolsOf = ({ width, height }: Sight): Box => ({
  left: width / 2 - TOOLS.width,
  right: width / 2,
  top: height / 2 - TOOLS.height,
  bottom: height / 2,
});

/** Where the legend stands. */
function legendOf(sight: Sight, entries: number): Box {
  const { width, height } = roomOfLegend(sight, entries);
  const [left, top] = [-sight.width / 2, -sight.height / 2];
  return { left, right: left + width, top, bottom: top + height };
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
