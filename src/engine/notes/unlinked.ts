import { stem } from '../../common/ids.ts';
import type { Span } from '../../common/span.ts';
import type { Backlink, Place } from '../../contract/backlinks.ts';
import { phrasePattern } from '../lexicon/phrase.ts';
import { isStopWord } from '../lexicon/words.ts';
import { parse } from '../parse/parse.ts';
import { render } from '../parse/plain-text.ts';
import { toNoteRef } from '../search/passage.ts';
import { folded } from '../search/snippets/folded.ts';
import type { NoteRecord } from '../store/types.ts';
import { readNote } from '../vault/read-note.ts';
import type { BacklinkSource } from './backlink-source.ts';
import { contextOf, headingsAbove } from './surroundings.ts';

/** Shorter names stand in any text without meaning the note. */
const SHORTEST = 3;
/** A note of more aliases is looked for by the first of them. */
const MOST_NAMES = 8;
/** Passages with all words of a name above which it is a common word, not this note's name. */
const COMMON = 2_000;
/** Notes that are read for every note that is shown: some only seem to say the name. */
const READ_PER_SHOWN = 2;
const MOST_PLACES = 20;

/** Notes other than `note` that say one of its names where no link is, by title. */
export async function mentioning(
  source: BacklinkSource,
  note: NoteRecord,
  limit: number,
): Promise<{ notes: Backlink[]; more: boolean }> {
  const { store } = source;
  const names = namesOf(note);
  const found = new Set<number>();
  let common = false;
  for (const name of names) {
    const passages = store.lexical.phrase(name, COMMON);
    if (passages === null) common = true;
    for (const { noteId } of passages ?? []) if (noteId !== note.id) found.add(noteId);
  }
  const patterns = names.flatMap((name) => phrasePattern(name, 'gu') ?? []);
  const candidates = [...found]
    .flatMap((id) => store.notes.byId(id) ?? [])
    .sort((a, b) => a.title.localeCompare(b.title) || (a.path < b.path ? -1 : 1));
  const read = candidates.slice(0, limit * READ_PER_SHOWN);
  const said = await Promise.all(
    read.map(async (from): Promise<Backlink> => {
      return { note: toNoteRef(from), places: await placesIn(source, from, patterns) };
    }),
  );
  const notes = said.filter(({ places }) => places.length > 0);
  return {
    notes: notes.slice(0, limit),
    more: common || notes.length > limit || candidates.length > read.length,
  };
}

const LONGEST_ADDRESS = 500;
const isInAddress = (text: string, { start }: Span): boolean =>
  /[a-z]:\/\/\S*$/i.test(text.slice(Math.max(0, start - LONGEST_ADDRESS), start));

/** What it is called by, where that tells it from other words. */
function namesOf({ title, aliases, path, language }: NoteRecord): string[] {
  const names = [...new Set([title, ...aliases, stem(path)].map((name) => name.trim()))];
  return names
    .filter((name) => [...name].length >= SHORTEST && /\p{L}/u.test(name) && !isStopWord(name, language))
    .slice(0, MOST_NAMES);
}

async function placesIn(
  { root }: BacklinkSource,
  from: NoteRecord,
  patterns: readonly RegExp[],
): Promise<Place[]> {
  if (from.kind !== 'markdown') return [];
  const content = await readNote(root, from).catch(() => null);
  if (!content) return [];
  const { text } = content;
  const plain = folded(text);
  const spans = patterns
    .flatMap((pattern) => [...plain.text.matchAll(pattern)])
    .map(({ index, 0: { length } }) => ({
      start: plain.sourceAt(index),
      end: plain.sourceAt(index + length),
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  if (spans.length === 0) return [];
  const note = parse(from.kind, from.path, text);
  const taken: Span[] = [...note.links, ...note.comments, ...(note.frontmatter ? [note.frontmatter] : [])];
  const places: Place[] = [];
  for (const span of spans) {
    if (places.length >= MOST_PLACES) break;
    // What a reader does not see, such as the address of a web page, is not said.
    if (taken.some((other) => other.start < span.end && other.end > span.start)) continue;
    if (render(note, span).text.length < span.end - span.start || isInAddress(text, span)) continue;
    taken.push(span);
    places.push({
      ...span,
      ...contextOf(text, span, from.language),
      headingPath: headingsAbove(note.headings, span),
    });
  }
  return places;
}
