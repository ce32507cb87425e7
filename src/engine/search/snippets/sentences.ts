import type { Span } from '../../../common/span.ts';
import type { Mark } from './marks.ts';

/** How near a text is to the question, -1..1; null where it cannot be said. */
export type Nearness = (text: string) => number | null;

/** What a word that is repeated in a sentence counts beside the first. */
const REPEATED = 0.02;
/** Sentences of a passage that are compared by words: passages are short, but lists of a hundred words exist. */
const MOST = 40;
/** Sentences of a passage whose meaning is looked at, at about .2 ms each. */
const MOST_READ = 10;

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
 * The sentence that says most of what was asked: the one with most of the marked words in it, and where several have as
 * many, the one that is nearest in meaning. Null where nothing speaks for any.
 */
export function closestSentence(
  text: string,
  language: string,
  marks: readonly Mark[],
  nearness: Nearness,
): Span | null {
  const sentences = sentencesOf(text, language)
    .slice(0, MOST)
    .map((span) => ({ span, words: wordsIn(span, marks) }));
  const most = Math.max(0, ...sentences.map(({ words }) => words));
  const alike = sentences.filter(({ words }) => words >= most - REPEATED);
  const first = most > 0 ? alike[0]?.span : undefined;
  if (first && alike.length === 1) return first;
  let best: Span | null = first ?? null;
  let nearest = 0;
  for (const { span } of alike.slice(0, MOST_READ)) {
    const near = nearness(text.slice(span.start, span.end)) ?? 0;
    if (near > nearest) [best, nearest] = [span, near];
  }
  return best;
}

/** Different words count fully, repeated ones hardly. */
function wordsIn({ start, end }: Span, marks: readonly Mark[]): number {
  const inside = marks.filter((mark) => mark.start >= start && mark.end <= end);
  const distinct = new Set(inside.map(({ term }) => term)).size;
  return distinct + (inside.length - distinct) * REPEATED;
}
