import type { Span } from '../../common/span.ts';
import type { Backlink, BacklinksResult, Place } from '../../contract/backlinks.ts';
import { parse } from '../parse/parse.ts';
import { toNoteRef } from '../search/passage.ts';
import type { HeadingRecord, LinkRecord, NoteRecord } from '../store/types.ts';
import { readNote } from '../vault/read-note.ts';
import { type BacklinkSource, byTitle } from './backlink-source.ts';
import { contextOf, headingsAbove, shortened } from './surroundings.ts';
import { mentioning } from './unlinked.ts';

/** Places of one note that are shown. */
const MOST_PLACES = 20;

/** Notes that link to a note, and notes that say what it is called without linking, each with what stands around it. */
export async function backlinks(
  source: BacklinkSource,
  note: NoteRecord,
  limit: number,
): Promise<BacklinksResult> {
  const { store } = source;
  const links = Map.groupBy(
    store.links.to(note.id).filter(({ fromId }) => fromId !== note.id),
    ({ fromId }) => fromId,
  );
  const linking = [...links.keys()].flatMap((id) => store.notes.byId(id) ?? []).sort(byTitle);
  const linked = await Promise.all(
    linking.slice(0, limit).map(async (from): Promise<Backlink> => {
      const places = await linkPlaces(source, from, links.get(from.id)!);
      return { note: toNoteRef(from), places };
    }),
  );
  const { notes: unlinked, more } = await mentioning(source, note, limit);
  return { note: toNoteRef(note), linked, linkedTotal: linking.length, unlinked, moreUnlinked: more };
}

/** A note as it is to be quoted: its text as it is now, and what stands where in it. */
interface Quoted {
  readonly text: string;
  readonly headings: readonly HeadingRecord[];
  readonly links: readonly Span[];
}

async function linkPlaces(
  source: BacklinkSource,
  from: NoteRecord,
  links: readonly LinkRecord[],
): Promise<Place[]> {
  const quoted = from.kind === 'markdown' ? await quote(source, from, links) : null;
  if (!quoted) return links.slice(0, MOST_PLACES).map((link) => fromPassage(source, from, link));
  return quoted.links.slice(0, MOST_PLACES).map(({ start, end }) => ({
    start,
    end,
    ...contextOf(quoted.text, { start, end }, from.language),
    headingPath: headingsAbove(quoted.headings, { start, end }),
  }));
}

/** The note and where those links are in it now; null when it cannot be read. */
async function quote(
  { root, store }: BacklinkSource,
  from: NoteRecord,
  links: readonly LinkRecord[],
): Promise<Quoted | null> {
  const content = await readNote(root, from).catch(() => null);
  if (!content) return null;
  const { text, contentHash } = content;
  if (contentHash === from.contentHash) return { text, links, headings: store.notes.headings(from.id) };
  const wanted = new Set(links.map(({ kind, target }) => `${kind}\n${target}`));
  const note = parse(from.kind, from.path, text);
  return {
    text,
    headings: note.headings,
    links: note.links.filter(({ kind, target }) => wanted.has(`${kind}\n${target}`)),
  };
}

/** Of a canvas, and of a note that is not there just now: the passage that the index keeps. */
function fromPassage({ store }: BacklinkSource, from: NoteRecord, link: LinkRecord): Place {
  const { start, end } = link;
  const passage = store.chunks.at(from.id, link);
  const said = link.alias ?? link.target;
  const covers = passage !== undefined && passage.start <= start && passage.end >= end;
  const at = covers ? passage.text.indexOf(said) : -1;
  const around = at < 0 ? ['', ''] : [passage!.text.slice(0, at), passage!.text.slice(at + said.length)];
  return {
    start,
    end,
    ...shortened(around[0]!, said, around[1]!, from.language),
    headingPath: covers ? [...passage.headingPath] : [],
  };
}
