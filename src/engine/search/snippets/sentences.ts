import type { Span } from '../../../common/span.ts';
import type { Mark } from './marks.ts';

/** How near a text is to the question, -1..1; null where it cannot be said. */
export type Nearness = (text: string) => number | null;

/** What every further word of the question in a sentence counts beside its meaning, and a repeated one. */
const WORD = 0.5;
const REPEATED = 0.02;
/** Sentences of a passage that are compared: passages are short, but lists of a hundred words each their own exist. */
const MOST = 40;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language === 'und' ? undefined : language, { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}

/** The sentences of a text without the blanks around them; line breaks end one too. */
export function sentencesOf(text: string, language: string): Span[] {
  const out: Span[] = [];
  for (const { segment, index } of segmenterOf(language).segment(text)) {
    const begin = segment.length - segment.trimStart().length;
    const length = segment.trim().length;
    if (length > 0) out.push({ start: index + begin, end: index + begin + length });
  }
  return out;
}

/**
 * The sentence that says most of what was asked: by the marked words in it, and by its meaning where that can be told.
 * Null where nothing speaks for any.
 */
export function closestSentence(
  text: string,
  language: string,
  marks: readonly Mark[],
  nearness: Nearness,
): Span | null {
  const sentences = sentencesOf(text, language).slice(0, MOST);
  let best: Span | null = null;
  let most = 0;
  for (const sentence of sentences) {
    const inside = marks.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
    const distinct = new Set(inside.map(({ term }) => term)).size;
    const meaning = nearness(text.slice(sentence.start, sentence.end));
    const score = distinct * WORD + (inside.length - distinct) * REPEATED + Math.max(0, meaning ?? 0);
    if (score > most) [best, most] = [sentence, score];
  }
  return best;
}
