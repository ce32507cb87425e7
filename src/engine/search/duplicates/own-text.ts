import type { ChunkRecord, LinkRecord } from '../../store/types.ts';
import type { CorpusSource } from '../corpus.ts';

/** Share of a passage's source that is links, from which on it is a list of links and says nothing of its own. */
const MOSTLY_LINKS = 0.6;

/** The passages of a note that say something of their own, in order: lists of links and empty ones are left out. */
export function ownPassages({ chunks, links }: CorpusSource, noteId: number): ChunkRecord[] {
  const passages = chunks.ofNote(noteId).filter(({ start, end }) => end > start);
  const linked = links.ofNote(noteId);
  return linked.length === 0 ? passages : passages.filter((passage) => !isLinkList(passage, linked));
}

function isLinkList({ start, end }: ChunkRecord, links: readonly LinkRecord[]): boolean {
  let linked = 0;
  for (const link of links) linked += Math.max(0, Math.min(link.end, end) - Math.max(link.start, start));
  return linked > MOSTLY_LINKS * (end - start);
}
