import type { Store } from '../store/types.ts';

/** Where notes that speak of another are looked up and read. */
export interface BacklinkSource {
  /** The vault's folder. */
  readonly root: string;
  readonly store: Pick<Store, 'notes' | 'links' | 'chunks' | 'lexical'>;
}
