import { graphemeFloor } from '../../common/text.ts';
import { textHash } from '../base/hash.ts';
import type { ParsedNote, ReadableProperty } from '../parse/note.ts';
import type { Chunk } from './chunk.ts';
import type { Counter } from './piece.ts';

/** Fewer words are a value to choose by, such as a kind or a state, that many notes share; more say something. */
const LEAST_WORDS = 8;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * What a note's properties say in sentences (a description, a summary) as one passage, which ends where `most` tokens
 * are full; null where they say nothing so long. `context` stands before it in what the model reads.
 */
export function propertyChunk(
  note: ParsedNote,
  context: string,
  { most, countTokens }: { most: number; countTokens: Counter },
): Chunk | null {
  const said = note.properties.filter(({ text }) => isSentence(text));
  const included: ReadableProperty[] = [];
  let chunk = { text: '', input: '', tokens: 0 };
  for (const property of said) {
    const next = fitted(chunk.text, property.text, context, { most, countTokens });
    if (!next) break;
    included.push(property);
    chunk = next;
    if (!next.text.endsWith(property.text)) break;
  }
  if (included.length === 0) return null;
  const span = spanOf(note, included);
  return { ...chunk, ...span, ordinal: -1, headingPath: [], hash: textHash(chunk.input) };
}

function isSentence(text: string): boolean {
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike && ++words >= LEAST_WORDS) return true;
  return false;
}

/** The text so far with as much of a further one as there is room for. */
function fitted(
  before: string,
  text: string,
  context: string,
  { most, countTokens }: { most: number; countTokens: Counter },
): Pick<Chunk, 'text' | 'input' | 'tokens'> | null {
  for (let length = text.length; length > 0; length >>= 1) {
    const all = [before, text.slice(0, graphemeFloor(text, length))].filter(Boolean).join('\n');
    const input = [context, all].filter(Boolean).join('\n');
    const tokens = countTokens(input);
    if (tokens <= most) return { text: all, input, tokens };
  }
  return null;
}

const FIRST_LINE = /^.*(?:\r\n?|\n)/;

/** From the line of the first of these properties to the end of the last one. */
function spanOf({ text, frontmatter }: ParsedNote, properties: readonly ReadableProperty[]) {
  const begin = FIRST_LINE.exec(text)?.[0].length ?? 0;
  const end = begin + (frontmatter?.raw.length ?? 0);
  const keys = [...text.slice(begin, end).matchAll(/^(["']?)([^\s#"'-].{0,199}?)\1\s*:(?=\s|$)/gm)].map(
    ({ 2: name, index }) => ({ name, at: begin + index }),
  );
  const places = properties.flatMap(({ name }) => {
    const i = keys.findLastIndex((key) => key.name === name);
    return i < 0 ? [] : [{ start: keys[i]!.at, end: keys[i + 1]?.at ?? end }];
  });
  if (places.length === 0) return { start: begin, end };
  return {
    start: Math.min(...places.map((place) => place.start)),
    end: Math.max(...places.map((place) => place.end)),
  };
}
