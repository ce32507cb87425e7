import type { Masked } from '../../../../common/markup/mask.ts';

/**
 * Definitions of a note that is parsed in segments: a link in the first may be defined in the last. What a segment
 * refers to and does not define itself is added behind it.
 */
export class References {
  /** By label as it is compared: the whole definition of a link, or one that only makes a footnote known. */
  readonly #lines = new Map<string, { line: string; at: number }>();

  constructor({ text, segments }: Masked) {
    if (segments.length < 2) return;
    for (const found of text.matchAll(DEFINITION)) {
      const [line, label] = found;
      const key = normalised(label!);
      if (this.#lines.has(key)) continue;
      this.#lines.set(key, { line: label!.startsWith('^') ? `[${label}]: .` : line.trim(), at: found.index });
    }
  }

  /** What to put behind the segment between `start` and `end` so that all its references are known. */
  behind(segment: string, start: number, end: number): string {
    if (this.#lines.size === 0) return '';
    const needed = new Set<string>();
    for (const [, label] of segment.matchAll(LABEL)) {
      const definition = this.#lines.get(normalised(label!));
      if (definition && (definition.at < start || definition.at >= end)) needed.add(definition.line);
    }
    return needed.size ? `\n\n${[...needed].join('\n\n')}\n` : '';
  }
}

const DEFINITION = /^ {0,3}\[((?:[^[\]\\\n]|\\.){1,200})\]:[ \t]*\S.*$/gm;
const LABEL = /\[((?:[^[\]\\\n]|\\.){1,200})\]/g;

const normalised = (label: string): string => label.replace(/\s+/g, ' ').trim().toLowerCase();
