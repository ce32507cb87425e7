import { stem } from '../../common/ids.ts';
import type { Span } from '../../common/span.ts';
import type { Backlink, Place } from '../../contract/backlinks.ts';
import { type PhraseFinder, phraseFinder, phrasePlaces } from '../lexicon/phrase.ts';
import { isStopWord } from '../lexicon/words.ts';
import { parseBody } from '../parse/body.ts';
import { readFrontmatter } from '../parse/frontmatter.ts';
import { render } from '../parse/plain-text.ts';
import { toNoteRef } from '../search/passage.ts';
import { folded } from '../search/snippets/folded.ts';
import type { NoteRecord } from '../store/types.ts';
import { readNote } from '../vault/read-note.ts';
import { type BacklinkSource, byTitle } from './backlink-source.ts';
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
  const finders = names.flatMap((name) => phraseFinder(name) ?? []);
  const candidates = [...found].flatMap((id) => store.notes.byId(id) ?? []).sort(byTitle);
  const read = candidates.slice(0, limit * READ_PER_SHOWN);
  const said = await Promise.all(
    read.map(async (from): Promise<Backlink> => {
      return { note: toNoteRef(from), places: await placesIn(source, from, finders) };
    }),
  );
  const notes = said.filter(({ places }) => places.length > 0);
  return {
    notes: notes.slice(0, limit),
    more: common || notes.length > limit || candidates.length > read.length,
  };
}

/** What it is called by, where that tells it from other words. */
function namesOf({ title, aliases, path, language }: NoteRecord): string[] {
  const names = [...new Set([title, ...aliases, stem(path)].map((name) => name.trim()))];
  return names
    .filter((name) => [...name].length >= SHORTEST && /\p{L}/u.test(name) && !isStopWord(name, language))
    .slice(0, MOST_NAMES);
}

async function placesIn(
  { root, store }: BacklinkSource,
  from: NoteRecord,
  finders: readonly PhraseFinder[],
): Promise<Place[]> {
  if (from.kind !== 'markdown') return [];
  const content = await readNote(root, from).catch(() => null);
  if (!content) return [];
  const { text } = content;
  const said = saidIn(text, finders);
  const known = content.contentHash === from.contentHash ? store.links.ofNote(from.id) : [];
  // Most notes that say a name link it: then there is nothing to be read in them.
  if (said.every((span) => isWithin(known, span))) return [];
  const body = parseBody(text, readFrontmatter(text)?.end ?? 0, { mdx: false });
  const places: Place[] = [];
  for (const span of said) {
    if (places.length >= MOST_PLACES) break;
    if (isWithin(body.links, span) || (places.at(-1)?.end ?? 0) > span.start) continue;
    // What a reader does not see, such as a comment or the address of a web page, is not said.
    if (render({ text, markup: body.markup }, span).text.length < span.end - span.start) continue;
    if (isInAddress(text, span)) continue;
    places.push({
      ...span,
      ...contextOf(text, span, from.language),
      headingPath: headingsAbove(body.headings, span),
    });
  }
  return places;
}

/** Places of the names in a source, in order, the longest of those that begin together first. */
function saidIn(text: string, finders: readonly PhraseFinder[]): Span[] {
  const plain = folded(text);
  return finders
    .flatMap((find) => [...phrasePlaces(find, plain.text)])
    .map(({ start, end }) => ({ start: plain.sourceAt(start), end: plain.sourceAt(end) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether a span overlaps one of the links, which are in order. */
function isWithin(links: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (links[middle]!.start < end) low = middle + 1;
    else high = middle;
  }
  return low > 0 && links[low - 1]!.end > start;
}

const LONGEST_ADDRESS = 500;
const isInAddress = (text: string, { start }: Span): boolean =>
  /[a-z]:\/\/\S*$/i.test(text.slice(Math.max(0, start - LONGEST_ADDRESS), start));
