import { styleText } from 'node:util';

/** The few ways in which text may stand out. Where colour is not wanted every one of them returns its text as it is. */
export interface Style {
  readonly colour: boolean;
  title(text: string): string;
  dim(text: string): string;
  accent(text: string): string;
  strong(text: string): string;
  warn(text: string): string;
}

type Format = Parameters<typeof styleText>[0];

export function createStyle(colour: boolean): Style {
  const as = (format: Format) => (text: string) =>
    colour && text ? styleText(format, text, { validateStream: false }) : text;
  return {
    colour,
    title: as('bold'),
    dim: as('dim'),
    accent: as('cyan'),
    strong: as(['bold', 'yellow']),
    warn: as('yellow'),
  };
}

/** NO_COLOR wins over everything, then FORCE_COLOR, then what the stream is. https://no-color.org */
export function wantsColour(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0';
  return stream.isTTY === true && env.TERM !== 'dumb';
}
