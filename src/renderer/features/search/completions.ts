import { quoted } from '../../../common/query/write-query.ts';
import { fold } from '../../../common/text.ts';
import type { NoteEntry } from '../../../contract/notes.ts';
import { type Facets, matching } from '../passages/facets.ts';

/** What may be put in place of what is being typed. */
export interface Completion {
  /** What is written, from `from` to `to` of the text. */
  readonly insert: string;
  readonly kind: 'folder' | 'tag' | 'language' | 'note' | 'day' | 'links';
  /** What it is called; for a day or links, what it is written as. */
  readonly value: string;
  /** How many notes have it; a note's folder. */
  readonly detail: string | number | null;
}

export interface Completions {
  readonly from: number;
  readonly to: number;
  readonly options: readonly Completion[];
}

export interface Vocabulary {
  readonly facets: Facets;
  readonly notes: readonly Pick<NoteEntry, 'path' | 'title' | 'aliases'>[];
  readonly languageName: (code: string) => string;
  readonly today: string;
}

const MOST = 8;
const OPERATOR = /(?:^|\s)-?(tag|path|lang|linked|before|after):((?:["“«])?)([^"”»]*)$/iu;
const NOTE = /\[\[([^\][|#]*)$/u;

/** What can be meant by the operator or the note's name that the caret stands in; null where it stands in none. */
export function completionsAt(
  text: string,
  caret: number,
  words: Vocabulary,
  way: 'search' | 'sum',
): Completions | null {
  const before = text.slice(0, caret);
  const note = NOTE.exec(before);
  if (note) {
    const after = text.slice(caret);
    const to = caret + (after.startsWith(']]') ? 2 : 0);
    return some(caret - note[1]!.length - 2, to, notesFor(note[1]!, words.notes));
  }
  if (way !== 'search') return null;
  const operator = OPERATOR.exec(before);
  if (!operator) return null;
  const [, field = '', quote = '', typed = ''] = operator;
  // Without a quote, a blank ends the value.
  if (!quote && /\s/u.test(typed)) return null;
  const from = caret - typed.length - quote.length;
  const rest = /^[^\s"”»]*["”»]?/u.exec(text.slice(caret))![0].length;
  return some(from, caret + rest, valuesFor(field.toLowerCase(), typed, words));
}

const some = (from: number, to: number, options: Completion[]): Completions | null =>
  options.length > 0 ? { from, to, options } : null;

function valuesFor(
  field: string,
  typed: string,
  { facets, notes, languageName, today }: Vocabulary,
): Completion[] {
  const counted = (kind: Completion['kind']) => (facet: { value: string; notes: number }) => ({
    insert: bare(facet.value),
    kind,
    value: facet.value,
    detail: facet.notes,
  });
  switch (field) {
    case 'tag':
      return matching(facets.tags, typed.replace(/^#/u, ''), MOST).map(counted('tag'));
    case 'path':
      return matching(facets.folders, typed, MOST).map(counted('folder'));
    case 'lang': {
      const named = facets.languages.map((f) => ({
        ...f,
        code: f.value,
        value: `${f.value} ${languageName(f.value)}`,
      }));
      return matching(named, typed, MOST).map((f) => {
        const { code } = f as (typeof named)[number];
        return { insert: code, kind: 'language', value: code, detail: f.notes };
      });
    }
    case 'linked': {
      const links = ['none', 'any'].filter((value) => value.startsWith(typed.toLowerCase()));
      const all = links.map((value): Completion => ({ insert: value, kind: 'links', value, detail: null }));
      return [...all, ...notesFor(typed, notes)].slice(0, MOST);
    }
    default: {
      const year = Number(today.slice(0, 4));
      const days = [
        'today',
        'yesterday',
        '7d',
        '30d',
        '1y',
        today.slice(0, 7),
        String(year),
        String(year - 1),
      ];
      return days
        .filter((value) => value.startsWith(typed.toLowerCase()))
        .map((value) => ({ insert: value, kind: 'day', value, detail: null }));
    }
  }
}

/** A value as it is written behind its operator. */
const bare = (value: string): string => (/[\s"“”«»]/u.test(value) ? quoted(value) : value);

function notesFor(typed: string, notes: Vocabulary['notes']): Completion[] {
  const wanted = fold(typed.trim());
  const ranked: { rank: number; note: Vocabulary['notes'][number] }[] = [];
  const titles = new Map<string, number>();
  for (const note of notes) {
    const title = fold(note.title);
    titles.set(title, (titles.get(title) ?? 0) + 1);
    const rank = Math.min(
      rankOf(title, wanted),
      ...note.aliases.map((alias) => rankOf(fold(alias), wanted) + 0.5),
    );
    if (rank < Infinity) ranked.push({ rank, note });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank || a.note.title.length - b.note.title.length)
    .slice(0, MOST)
    .map(({ note: { path, title } }) => {
      const alone = titles.get(fold(title)) === 1 && !/[[\]|#]/u.test(title);
      const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
      return { insert: `[[${alone ? title : path}]]`, kind: 'note', value: title, detail: folder || null };
    });
}

/** 0 where a name begins with what was typed, 1 where a word of it does, 2 where it stands within one. */
function rankOf(name: string, wanted: string): number {
  const at = name.indexOf(wanted);
  if (at < 0) return Infinity;
  return at === 0 ? 0 : /[\p{L}\p{N}]/u.test(name[at - 1]!) ? 2 : 1;
}

/** The text with a completion in it, and where the caret stands then: past it, with a blank where nothing follows. */
export function completed(
  text: string,
  { from, to }: Completions,
  { insert }: Completion,
): { text: string; caret: number } {
  const after = text.slice(to);
  const gap = after === '' ? ' ' : '';
  return { text: text.slice(0, from) + insert + gap + after, caret: from + insert.length + gap.length };
}
