import type { NoteRecord, Store } from '../store/types.ts';

/** Where notes that speak of another are looked up and read. */
export interface BacklinkSource {
  /** The vault's folder. */
  readonly root: string;
  readonly store: Pick<Store, 'notes' | 'links' | 'chunks' | 'lexical'>;
}

const { compare } = new Intl.Collator();

export const byTitle = (a: NoteRecord, b: NoteRecord): number =>
  compare(a.title, b.title) || (a.path < b.path ? -1 : 1);
