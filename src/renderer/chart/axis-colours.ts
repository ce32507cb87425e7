import type { AxisOf } from './axis.ts';
import type { Category, Colours } from './colouring.ts';
import type { Palette, Rgb } from './palette.ts';

const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as never;
const all = (hexes: string): readonly Rgb[] => hexes.split(' ').map(rgb);

/** From one pole over the middle to the other: blue to amber, which nobody takes for each other. */
const DAY = all('#0b5a94 #4c86b4 #8fb0c6 #b9b3a0 #c99a5b #b86f22 #8f4a05');
const NIGHT = all('#6db8ff #5a96cc #52748f #6b6f70 #9a7a4c #cf9a4e #ffc163');

export const rampOf = ({ night }: Pick<Palette, 'night'>): readonly Rgb[] => (night ? NIGHT : DAY);

/** Key of the notes that have nothing to do with the axis. */
const NONE = 'axis-none';

/** The notes of a chart coloured by where they lie between two poles, in steps of equal size. */
export function axisColours({ positions, related }: AxisOf, palette: Palette): Colours {
  const ramp = rampOf(palette);
  const notes = new Array<number>(ramp.length + 1).fill(0);
  const of = Uint8Array.from(positions, (x, i) => {
    const step =
      related[i] === 1 ? Math.min(ramp.length - 1, Math.floor(((x + 1) / 2) * ramp.length)) : ramp.length;
    notes[step]!++;
    return step;
  });
  const categories = [...ramp, palette.faded].map(
    (colour, step): Category => ({
      key: step < ramp.length ? `axis-${step}` : NONE,
      colour,
      notes: notes[step]!,
    }),
  );
  return { categories, of };
}
