/** The canvas' numbered colours, and any written as `#rgb`; others are none. */
const PRESETS: Readonly<Record<string, string>> = {
  '1': '#c0453a',
  '2': '#c77a2c',
  '3': '#b08d1e',
  '4': '#3d8a5f',
  '5': '#2a7f94',
  '6': '#7a5bb0',
};

export const colourOf = (written: string | undefined): string | undefined =>
  written === undefined
    ? undefined
    : (PRESETS[written] ?? (/^#[0-9a-f]{3,8}$/i.test(written) ? written : undefined));
