import { stem } from '../../../common/ids.ts';
import { fold } from '../../../common/text.ts';
import { terms } from '../../lexicon/terms.ts';
import type { NoteRecord } from '../../store/types.ts';
import type { Corpus } from '../corpus.ts';

export interface Names {
  /** Notes that are called just what was asked. */
  readonly named: Set<number>;
  /** How much of the question a note's best name says, 0..1, each word counting by its rarity. */
  readonly titles: { readonly noteId: number; readonly score: number }[];
}

/** What the notes whose titles, aliases, headings or tags match are called, set beside what was asked. */
export function namesOf(
  { source, words: index }: Pick<Corpus, 'source' | 'words'>,
  asked: { readonly text: string; readonly words: readonly string[] },
  matches: readonly { readonly noteId: number }[],
): Names {
  const whole = fold(asked.text.trim());
  const named = new Set<number>();
  const titles: Names['titles'] = [];
  for (const { noteId } of matches) {
    const record = source.notes.byId(noteId);
    if (!record) continue;
    const names = [record.title, stem(record.path), ...record.aliases];
    if (names.some((name) => fold(name) === whole)) named.add(noteId);
    const said = saidBy(asked.words, names, record, (term) => index.idfOf(term));
    if (said > 0) titles.push({ noteId, score: said });
  }
  return { named, titles };
}

function saidBy(
  words: readonly string[],
  names: readonly string[],
  { language }: Pick<NoteRecord, 'language'>,
  rarity: (term: string) => number,
): number {
  const wanted = new Set(words.flatMap((word) => terms(word, language)));
  const sum = (some: Iterable<string>) => [...some].reduce((total, term) => total + rarity(term), 0);
  const all = sum(wanted);
  if (all === 0) return 0;
  return Math.max(...names.map((name) => sum(new Set(terms(name, language)).intersection(wanted)) / all));
}
