import { stem } from '../../../common/ids.ts';
import { fold } from '../../../common/text.ts';
import type { Mention } from '../../../contract/related.ts';
import { phraseFinder } from '../../lexicon/phrase.ts';
import type { ChunkRecord, NoteRecord } from '../../store/types.ts';
import { toPassage } from '../passage.ts';

/** Passages of a note that are looked through: those of a book, from its beginning. */
const MOST_PASSAGES = 200;
/** Shorter names stand in any text without meaning the note. */
const SHORTEST = 3;

/** The first place where a text says a whole name of a note, as it is written but for case and accents. */
export function mentionOf(
  named: Pick<NoteRecord, 'path' | 'title' | 'aliases'>,
  chunks: readonly ChunkRecord[],
): Omit<Mention, 'in'> | undefined {
  const names = [...new Set([named.title, ...named.aliases, stem(named.path)])].flatMap((name) => {
    const find = name.length < SHORTEST ? null : phraseFinder(name);
    return find ? [{ name, find }] : [];
  });
  if (names.length === 0) return undefined;
  for (const chunk of chunks.slice(0, MOST_PASSAGES)) {
    const { folded, at } = foldedWithOffsets(chunk.text);
    for (const { name, find } of names) {
      const found = find(folded);
      if (!found) continue;
      const [start, end] = [at(found.start), at(found.end)];
      return { name, passage: toPassage(chunk), at: { start, end } };
    }
  }
  return undefined;
}

const ASCII = /^[\0-\x7f]*$/;

/** A text as phrases are looked for in it, and where in the text each of its offsets is. */
function foldedWithOffsets(text: string): { folded: string; at: (offset: number) => number } {
  if (ASCII.test(text)) return { folded: text.toLowerCase(), at: (offset) => offset };
  const starts: number[] = [];
  let folded = '';
  let offset = 0;
  for (const character of text) {
    const plain = fold(character.normalize('NFKC'));
    for (let i = 0; i < plain.length; i++) starts.push(offset);
    folded += plain;
    offset += character.length;
  }
  starts.push(offset);
  return { folded, at: (i) => starts[i] ?? offset };
}
