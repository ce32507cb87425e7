import { stem } from '../../common/ids.ts';
import { LEXICON } from '../lexicon/words.ts';
import type { ChunkRow, NoteRow, NoteRows } from './row-shapes.ts';
import { indexText } from './segment.ts';
import { encodeTerms } from './terms.ts';
import type { NoteWrite } from './types.ts';

/** Everything that is written of a note, as rows. Pure, and most of the work of writing. */
export function noteRows(write: NoteWrite): NoteRows {
  const { file, note, terms, forms } = write;
  return {
    note: noteRow(write),
    words: indexed(
      [
        note.title,
        stem(file.path),
        note.aliases.join('\n'),
        [...note.headings, ...note.properties].map(({ text }) => text).join('\n'),
        tagNames(note.tags).join('\n'),
      ],
      note.language,
    ),
    links: note.links.map((link) => [
      link.kind,
      link.target,
      link.heading ?? null,
      link.block ?? null,
      link.alias ?? null,
      link.start,
      link.end,
    ]),
    chunks: chunkRows(write),
    terms: encodeTerms(terms),
    forms: JSON.stringify(forms),
  };
}

function chunkRows({ chunks, statics, staticBasis, note }: NoteWrite): ChunkRow[] {
  return chunks.map((chunk, i) => {
    const whole = !chunk.input.endsWith(chunk.text);
    const vector = statics?.[i];
    const [text, headingPath, forms] = indexed([chunk.text, chunk.headingPath.join('\n')], note.language);
    return {
      ordinal: chunk.ordinal,
      start: chunk.start,
      stop: chunk.end,
      tokens: chunk.tokens,
      hash: chunk.hash,
      headingPath: JSON.stringify(chunk.headingPath),
      head: whole ? chunk.input : chunk.input.slice(0, chunk.input.length - chunk.text.length),
      whole,
      text: chunk.text,
      words: [text!, headingPath!, forms!],
      static: vector ? new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength) : null,
      basis: staticBasis ?? 0,
    };
  });
}

/** Texts as the index of words has them, and last the forms of all of them. */
function indexed(texts: readonly string[], language: string): string[] {
  const forms = new Set<string>();
  const out = texts.map((text) => {
    const made = indexText(text, language);
    for (const form of made.forms) forms.add(form);
    return made.text;
  });
  return [...out, [...forms].join(' ')];
}

/** What the model reads of a passage. */
export const inputOf = ({ head, whole, text }: Pick<ChunkRow, 'head' | 'whole' | 'text'>): string =>
  whole ? head : head + text;

const tagNames = (tags: NoteWrite['note']['tags']): string[] => [...new Set(tags.map((tag) => tag.name))];

function noteRow({ file, content, note, oddities }: NoteWrite): NoteRow {
  return {
    path: file.path,
    raw_path: file.rawPath,
    kind: file.kind,
    title: note.title,
    aliases: JSON.stringify(note.aliases),
    tags: JSON.stringify(tagNames(note.tags)),
    language: note.language,
    date: note.date ?? null,
    content_hash: content.contentHash,
    size: content.size,
    mtime: content.mtimeMs,
    birthtime: content.birthtimeMs,
    encoding: content.encoding,
    bom: content.bom ? 1 : 0,
    oddities: JSON.stringify([...new Set(oddities)]),
    indexed_at: Date.now(),
    headings: JSON.stringify(
      note.headings.map(({ level, text, start, end }) => ({ level, text, start, end })),
    ),
    words_by: `${LEXICON} ${note.language}`,
    properties: JSON.stringify(note.properties.map(({ text }) => text)),
  };
}
