import { island, type Point, path, roughen, seeded } from './coast.ts';

/** The drawing's own measure; it is cut to the room there is. */
export const WIDTH = 900;
export const HEIGHT = 1000;
export const ROSE: Point = [470, 520];
export const RADIUS = 455;

const random = seeded(1375);

/** Where land and sea meet, roughly, from north to south: an east coast and a southern shore. */
const EAST: Point[] = [
  [610, -40],
  [560, 60],
  [620, 120],
  [585, 205],
  [690, 250],
  [735, 330],
  [690, 400],
  [760, 470],
  [850, 500],
  [820, 590],
  [880, 660],
  [960, 690],
];
const SOUTH: Point[] = [
  [-60, 790],
  [60, 770],
  [120, 830],
  [230, 800],
  [290, 870],
  [400, 850],
  [470, 910],
  [590, 880],
  [650, 940],
  [760, 930],
  [820, 1060],
];
const WEST: Point[] = [
  [-60, 470],
  [40, 440],
  [95, 360],
  [60, 270],
  [130, 200],
  [90, 120],
  [190, 70],
  [240, -40],
];

const coasts = [EAST, SOUTH, WEST].map((line) => roughen(line, random));
const corners: readonly (readonly Point[])[] = [
  [
    [1000, 690],
    [1000, -60],
    [610, -60],
  ],
  [
    [820, 1080],
    [-80, 1080],
    [-80, 790],
  ],
  [
    [240, -60],
    [-80, -60],
    [-80, 470],
  ],
];

/** Lines of the coasts, and the land behind them. */
export const COASTS = coasts.map((line, i) => ({
  line: path(line),
  land: path([...line, ...corners[i]!], true),
}));

export const ISLANDS: readonly { readonly shape: string; readonly colour: 'accent' | 'good' | 'land' }[] = [
  { shape: path(island([330, 250], 40, random), true), colour: 'land' },
  { shape: path(island([255, 330], 9, random), true), colour: 'accent' },
  { shape: path(island([300, 640], 24, random), true), colour: 'good' },
  { shape: path(island([345, 690], 7, random), true), colour: 'accent' },
  { shape: path(island([610, 690], 34, random), true), colour: 'land' },
  { shape: path(island([680, 640], 8, random), true), colour: 'good' },
  { shape: path(island([520, 330], 6, random), true), colour: 'accent' },
  { shape: path(island([150, 620], 11, random), true), colour: 'land' },
];

export interface Port {
  readonly at: Point;
  /** Degrees its name is turned by: written inland, square to the coast. */
  readonly turn: number;
  /** The name ends at the coast instead of beginning there, so that no name stands on its head. */
  readonly ends: boolean;
}

/** Ports at these shares of a coast's length; land lies to the `left` of the line as it is drawn, or to the right. */
function ports(coast: readonly Point[], shares: readonly number[], inland: -1 | 1): Port[] {
  return shares.map((share) => {
    const i = Math.min(Math.round(share * coast.length), coast.length - 8);
    const [before, at, after] = [coast[Math.max(0, i - 7)]!, coast[i]!, coast[i + 7]!];
    const along = Math.atan2(after[1] - before[1], after[0] - before[0]);
    const degrees = ((along + (inland * Math.PI) / 2) * 180) / Math.PI;
    const upright = ((degrees + 540) % 360) - 180;
    const ends = Math.abs(upright) > 90;
    return { at, turn: ends ? upright - 180 : upright, ends };
  });
}

/** In the order of the messages `welcome.port.*`. */
export const PORTS: readonly Port[] = [
  ...ports(coasts[0]!, [0.17, 0.3, 0.4, 0.49, 0.69, 0.8], -1),
  ...ports(coasts[1]!, [0.15, 0.28, 0.4, 0.52, 0.66], 1),
  ...ports(coasts[2]!, [0.2, 0.45, 0.7], -1),
];
