import { widthOf } from '../../chart/labels.ts';
import type { Place, Size } from './placing.ts';

/** A name beside its note. */
export interface Name {
  readonly text: string;
  /** Where it begins, ends or has its middle, in pixels from the middle of the drawing. */
  readonly x: number;
  /** Its middle. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Nameable {
  readonly title: string;
  readonly step: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Pixels of the type, by step. */
export const TYPE = [14, 12, 11] as const;
/** Pixels between a point and its name, and around both. */
const BESIDE = 9;
const AIR = 2;
/** Letters that a name may be cut down to where there is no room for more. */
const LENGTHS = [40, 22, 15, 10] as const;
/** A letter's share that our widths are too careful by: names are in the page's own type. */
const CAREFUL = 0.92;

/**
 * Names for the notes, those nearer first: outward of the point where there is room, else on another side of it, else
 * cut short, else none. No name lies on another or on a point, and none leaves the drawing.
 */
export function named(
  notes: readonly Nameable[],
  places: readonly Place[],
  { width, height }: Size,
): (Name | null)[] {
  const points = places.map(({ x, y }) => around(x, y, 5));
  const taken: Box[] = [];
  const names = new Array<Name | null>(notes.length).fill(null);
  const order = notes.map((_, i) => i).sort((a, b) => notes[a]!.step - notes[b]!.step || a - b);
  for (const i of order) {
    const [{ title, step }, { x, y }] = [notes[i]!, places[i]!];
    const size = TYPE[step] ?? TYPE[2];
    for (const most of LENGTHS) {
      if (most !== LENGTHS[0] && [...title].length <= most) continue;
      const text = shortened(title, most);
      const found = sides(x, y, step).find(({ anchor, dx, dy }) => {
        const box = boxOf(x + dx, y + dy, anchor, widthOf(text, size) * CAREFUL, size);
        return (
          box.left >= -width / 2 + 2 &&
          box.right <= width / 2 - 2 &&
          box.top >= -height / 2 + 1 &&
          box.bottom <= height / 2 - 1 &&
          !taken.some((other) => overlap(box, other)) &&
          !points.some((point, p) => p !== i && overlap(box, point))
        );
      });
      if (!found) continue;
      const { anchor, dx, dy } = found;
      taken.push(boxOf(x + dx, y + dy, anchor, widthOf(text, size) * CAREFUL, size));
      names[i] = { text, x: x + dx, y: y + dy, anchor };
      break;
    }
  }
  return names;
}

interface Side {
  readonly anchor: Name['anchor'];
  readonly dx: number;
  readonly dy: number;
}

function sides(x: number, y: number, step: number): readonly Side[] {
  const below: Side = { anchor: 'middle', dx: 0, dy: 15 };
  const above: Side = { anchor: 'middle', dx: 0, dy: -14 };
  if (step === 0)
    return [
      { ...below, dy: 19 },
      { ...above, dy: -19 },
    ];
  const right: Side = { anchor: 'start', dx: BESIDE, dy: 0 };
  const left: Side = { anchor: 'end', dx: -BESIDE, dy: 0 };
  const flat = Math.abs(y) < 2.2 * Math.abs(x);
  const [out, back] = x >= 0 ? [right, left] : [left, right];
  const [away, near] = y >= 0 ? [below, above] : [above, below];
  return flat ? [out, away, near, back] : [away, out, back, near];
}

function boxOf(x: number, y: number, anchor: Name['anchor'], width: number, size: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return {
    left: left - AIR,
    right: left + width + AIR,
    top: y - size / 2 - AIR,
    bottom: y + size / 2 + AIR,
  };
}

const around = (x: number, y: number, r: number): Box => ({
  left: x - r,
  right: x + r,
  top: y - r,
  bottom: y + r,
});

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function shortened(title: string, most: number): string {
  const letters = [...title];
  return letters.length <= most
    ? title
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
