import { create } from 'zustand';
import type { Span } from '../../common/span.ts';

/** What is being read: the reader says it, the panes beside it follow. */
interface Reading {
  /** Path of the note in the reader; null where none is shown. */
  readonly path: string | null;
  /** The topmost block that is mostly in view: offsets into the note's text. */
  readonly inView: Span | null;
  /** What the cursor stands in or the selection covers. */
  readonly cursor: Span | null;
  show(path: string | null): void;
  see(span: Span | null): void;
  point(span: Span | null): void;
}

export const useReading = create<Reading>((set) => ({
  path: null,
  inView: null,
  cursor: null,
  show: (path) => set((s) => (s.path === path ? {} : { path, inView: null, cursor: null })),
  see: (inView) => set((s) => (same(s.inView, inView) ? {} : { inView })),
  point: (cursor) => set((s) => (same(s.cursor, cursor) ? {} : { cursor })),
}));

const same = (a: Span | null, b: Span | null) => a?.start === b?.start && a?.end === b?.end;
