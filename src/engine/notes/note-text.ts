import type { NotePath } from '../../common/ids.ts';
import type { NoteLink, NoteText } from '../../contract/note.ts';
import type { Heading } from '../../contract/notes.ts';
import type { Link } from '../parse/note.ts';
import { createResolver, type LinkResolver } from '../parse/resolve.ts';
import { toNoteRef } from '../search/passage.ts';
import type { LinkRecord, NoteRecord, Store } from '../store/types.ts';
import type { NoteContent } from '../vault/note-file.ts';
import { readNote } from '../vault/read-note.ts';
import { toEntry } from './entry.ts';

export interface NoteSource {
  /** The vault's folder. */
  readonly root: string;
  readonly store: Pick<Store, 'notes' | 'links'>;
  /** Paths of all files that are not notes, as far as they are known. */
  readonly attachments: () => readonly string[];
}

/**
 * A note as it is on disk now. What the index knows of it goes with it; where the file is newer than the index, it is
 * read anew, so that headings and links always stand where they say.
 * @throws FILE_VANISHED, FILE_CHANGING, FILE_UNREADABLE, FILE_TOO_LARGE, FILE_BINARY, LINK_OUTSIDE_VAULT
 */
export async function noteText(source: NoteSource, record: NoteRecord): Promise<NoteText> {
  const content = await readNote(source.root, record);
  const current = content.contentHash === record.contentHash;
  const shown = current ? asIndexed(source, record) : await asRead(source, record, content);
  const { text, contentHash, size, mtimeMs } = content;
  const { oddities, ...rest } = shown;
  return {
    note: { ...toEntry(record), ...rest.note, size, modified: mtimeMs },
    text,
    revision: contentHash,
    current,
    headings: rest.headings,
    links: rest.links,
    oddities: [...new Set([...content.oddities, ...oddities])],
  };
}

interface Shown {
  readonly note: Partial<NoteText['note']>;
  readonly headings: Heading[];
  readonly links: NoteLink[];
  readonly oddities: readonly string[];
}

function asIndexed({ store }: NoteSource, record: NoteRecord): Shown {
  const refs = refsOf(store);
  const links = store.links.ofNote(record.id).map((link): NoteLink => {
    const { kind, target, heading, block, alias, start, end, toId, attachment } = link;
    return { start, end, kind, target: whole({ target, heading, block }), alias, to: refs(toId), attachment };
  });
  return {
    note: {},
    headings: store.notes.headings(record.id),
    links,
    oddities: store.notes.oddities(record.id),
  };
}

async function asRead(source: NoteSource, record: NoteRecord, content: NoteContent): Promise<Shown> {
  const { parse } = await import('../parse/parse.ts');
  const note = parse(record.kind, record.path, content.text);
  const resolve = resolverOf(source, record);
  const links = note.links.map((link): NoteLink => {
    const { kind, alias = null, start, end } = link;
    return { start, end, kind, target: whole(link), alias, ...resolve(link) };
  });
  const { title, date = null } = note;
  return {
    note: { title, date, aliases: [...note.aliases], tags: tagsOf(note.tags) },
    headings: note.headings.map(({ level, text, start, end }) => ({ level, text, start, end })),
    links,
    oddities: note.problems.map(({ kind }) => kind),
  };
  function tagsOf(tags: readonly { readonly name: string }[]): string[] {
    return [...new Set(tags.map(({ name }) => name))];
  }
}

type Target = Pick<NoteLink, 'to' | 'attachment'>;

/** Links that the index knows lead where they did; for the others, all names of the vault are looked through. */
function resolverOf({ store, attachments }: NoteSource, record: NoteRecord): (link: Link) => Target {
  const refs = refsOf(store);
  const key = ({ kind, target }: Pick<LinkRecord, 'kind' | 'target'>) => `${kind}\n${target}`;
  const known = new Map(store.links.ofNote(record.id).map((link) => [key(link), link]));
  let resolver: LinkResolver | undefined;
  return (link) => {
    const before = known.get(key(link));
    if (before) return { to: refs(before.toId), attachment: before.attachment };
    resolver ??= createResolver({ notes: store.notes.all(), attachments: attachments() });
    const { toPath, attachment } = resolver(link, record.path);
    return { to: toPath === null ? null : refByPath(store, toPath), attachment };
  };
}

function refByPath({ notes }: NoteSource['store'], path: NotePath): NoteLink['to'] {
  const record = notes.byPath(path);
  return record ? toNoteRef(record) : null;
}

/** Notes by id, each looked up once: a table of contents links to the same one many times. */
function refsOf({ notes }: NoteSource['store']): (id: number | null) => NoteLink['to'] {
  const refs = new Map<number, NoteLink['to']>();
  return (id) => {
    if (id === null) return null;
    let ref = refs.get(id);
    if (ref === undefined) {
      const record = notes.byId(id);
      ref = record ? toNoteRef(record) : null;
      refs.set(id, ref);
    }
    return ref;
  };
}

interface Parts {
  readonly target: string;
  readonly heading?: string | null | undefined;
  readonly block?: string | null | undefined;
}

/** `Note#Heading`, `Note#^block`. */
const whole = ({ target, heading, block }: Parts): string =>
  `${target}${heading ? `#${heading}` : ''}${block ? `#^${block}` : ''}`;
