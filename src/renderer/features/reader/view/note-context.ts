import { type ComponentType, createContext, useContext } from 'react';
import { foldCase } from '../../../../common/text.ts';
import type { NoteLink } from '../../../../contract/note.ts';
import type { Subpath } from '../note/places.ts';

/** The note that an element stands in. */
export interface NoteContext {
  readonly path: string;
  readonly title: string;
  /** The engine's word on a link: by where it stands, else by what it says. */
  linkAt(from: number | null, target: string): NoteLink | null;
  /** How many notes this one is embedded in, and their paths with its own. */
  readonly trail: readonly string[];
  /** Images of other machines may be fetched. */
  readonly remote: boolean;
  /** The person asks for all of them. */
  allowRemote(): void;
  /** Shows a place of this note; null where it is not the note being read. */
  readonly jump: ((offset: number) => void) | null;
  /** Its first heading is its title, which stands above it already. */
  readonly namesItself?: boolean;
}

export interface EmbeddedNoteProps {
  readonly path: string;
  readonly title: string;
  readonly subpath: Subpath | null;
}

/** What shows a note within a note: given from above, since notes hold elements that hold notes. */
export const EmbeddedNoteContext = createContext<ComponentType<EmbeddedNoteProps>>(() => null);

export const NoteContextProvider = createContext<NoteContext | null>(null);

export function useNoteContext(): NoteContext {
  const context = useContext(NoteContextProvider);
  if (!context) throw new Error('no note around this element');
  return context;
}

/** Finds links by place first. An index that lags behind the text is right about most names all the same. */
export function linkFinder(links: readonly NoteLink[]): NoteContext['linkAt'] {
  const byPlace = new Map(links.map((link) => [link.start, link]));
  let byName: Map<string, NoteLink> | null = null;
  return (from, target) => {
    const there = from === null ? undefined : byPlace.get(from);
    if (there && named(there.target) === named(target)) return there;
    byName ??= new Map(links.map((link) => [named(link.target), link]));
    return byName.get(named(target)) ?? there ?? null;
  };
}

const named = (target: string): string => foldCase(target.replace(/\\$/, '')).trim();
