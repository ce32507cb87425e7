import type { SearchHit, SearchPassage, SearchResult } from '../../contract/search.ts';
import { harmless, harmlessProse } from '../terminal/harmless.ts';
import { factsLine, listHeading, NUMBER, resultHeading } from './heading.ts';
import { passageLines } from './passage.ts';
import type { Layout } from './related.ts';

const LINES = 3;
/** A second passage is shown when it is nearly as good as the first. */
const ALSO_GOOD = 0.85;

/** Search hits for a person: each with its nearness, what it was found by, and its best passages. */
export function searchLines(result: SearchResult, layout: Layout): string[] {
  if (result.hits.length === 0) return ['Nothing found.'];
  const top = Math.max(...result.hits.map((hit) => hit.score));
  const blocks = result.hits.flatMap((hit, i) => [
    ...hitLines(result, i + 1, hit, top > 0 ? hit.score / top : 0, layout),
    '',
  ]);
  return blocks.slice(0, -1);
}

function hitLines(
  result: SearchResult,
  rank: number,
  hit: SearchHit,
  share: number,
  { style, columns }: Layout,
): string[] {
  const lines = [
    result.listed
      ? listHeading(rank, hit.note, columns, style)
      : resultHeading(rank, hit.note, share, columns, style),
    factsLine(
      harmless(hit.note.path),
      [
        result.listed ? '' : foundBy(hit),
        hit.otherLanguage ? `in ${languageNames.of(hit.note.language)}` : '',
      ],
      NUMBER,
      columns,
      style,
    ),
  ];
  const [first, second] = hit.passages;
  const layout = { style, columns, indent: NUMBER, lines: LINES };
  const show = (passage: SearchPassage, lines: number) =>
    passageLines(passage, hit.note.title, markedIn(passage), '', {
      ...layout,
      lines,
      from: sentenceOf(passage),
    });
  if (first) lines.push(...show(first, LINES));
  if (first && second && second.score >= first.score * ALSO_GOOD) lines.push(...show(second, LINES - 1));
  return lines;
}

/** What stands out in a passage, as it is written there. */
const markedIn = ({ text, marks }: SearchPassage): string[] => [
  ...new Set(marks.map(({ start, end }) => text.slice(start, end))),
];

const sentenceOf = ({ text, sentence }: SearchPassage): string =>
  sentence ? text.slice(sentence.start, sentence.end) : '';

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** In words what the score is made of. */
function foundBy({ parts, matched, passages }: SearchHit): string {
  const words = matched.map(harmlessProse).join(', ');
  const whole = Math.abs(parts.meaning) + Math.abs(parts.words);
  if (passages.length === 0) return words ? `in its name: ${words}` : 'by its name';
  const byMeaning = whole > 0 && parts.meaning / whole > 0.1;
  if (!words) return 'by meaning';
  return byMeaning ? `by meaning, and ${words}` : `by ${words}`;
}
