/** Colours of the chart, as deck.gl takes them: red, green, blue, 0..255. */
export type Rgb = readonly [number, number, number];

export interface Palette {
  readonly night: boolean;
  /** Twelve that can be told apart on the paper, neighbours in lightness as well as in hue. */
  readonly categories: readonly Rgb[];
  /** From little to much. */
  readonly ramp: readonly Rgb[];
  /** What belongs to nothing, and what is not meant now. */
  readonly none: Rgb;
  readonly faded: Rgb;
  readonly ink: Rgb;
  readonly paper: Rgb;
  readonly accent: Rgb;
  /** Links that were written, and ties of meaning that nobody has written. */
  readonly link: Rgb;
  readonly rhumb: Rgb;
}

const rgb = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];
const all = (hexes: string): Rgb[] => hexes.split(' ').map(rgb);

export const LIGHT: Palette = {
  night: false,
  categories: all(
    '#1d66a7 #b75d3d #1b763a #9b60a8 #835b00 #008f97 #9d404c #746ec1 #5b6d00 #b05885 #007098 #ac6811',
  ),
  ramp: all('#b1c8d4 #7baaba #3e8d9d #00707d #00545b'),
  none: rgb('#8b8778'),
  faded: rgb('#d9d4c6'),
  ink: rgb('#1f2a33'),
  paper: rgb('#fbf9f4'),
  accent: rgb('#a8432b'),
  link: rgb('#52606b'),
  rhumb: rgb('#a8432b'),
};

export const DARK: Palette = {
  night: true,
  categories: all(
    '#6aaaea #fda485 #6cb97e #dfa5ec #c69f47 #4dd4db #e3858d #b6b3ff #9baf58 #f69fc8 #42b3db #f1ae6b',
  ),
  ramp: all('#335166 #3a7583 #4a9c97 #70c19f #aae39e'),
  none: rgb('#7d8c97'),
  faded: rgb('#22313d'),
  ink: rgb('#dfe6ea'),
  paper: rgb('#101a24'),
  accent: rgb('#e58e68'),
  link: rgb('#a5b4be'),
  rhumb: rgb('#e58e68'),
};
