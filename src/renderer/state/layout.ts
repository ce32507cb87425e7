import { create } from 'zustand';

export type LeftView = 'notes' | 'search';
export type RightView = 'related' | 'outline' | 'backlinks' | 'nearby';
/** What covers the page, one at a time. */
export type Sheet = 'settings' | 'problems' | 'palette' | 'switcher' | 'folder' | null;

export interface Layout {
  readonly left: boolean;
  readonly right: boolean;
  readonly leftView: LeftView;
  readonly rightView: RightView;
  /** Widths of the panes where they are open: pixels at zoom 1. */
  readonly leftSize: number;
  readonly rightSize: number;
  /** The pane that is laid over the note, in windows too narrow for it to stand beside. */
  readonly over: 'left' | 'right' | null;
  readonly sheet: Sheet;
  /** The folder chooser was opened because a folder was dropped whose place the page is not told. */
  readonly droppedFrom: 'outside' | null;
  /** Asks the search pane to take this question and the focus; `asked` grows with every request. */
  readonly question: { readonly text: string | null; readonly asked: number };
  set(change: Partial<Omit<Layout, 'set' | 'ask' | 'question' | 'show'>>): void;
  /** Brings a view in sight, whatever it takes. */
  show(view: LeftView | RightView): void;
  /** Opens the search pane, with a question or with the one that stands there. */
  ask(text?: string): void;
}

export const useLayout = create<Layout>((set) => ({
  left: true,
  right: true,
  leftView: 'notes',
  rightView: 'related',
  leftSize: 250,
  rightSize: 340,
  over: null,
  sheet: null,
  droppedFrom: null,
  question: { text: null, asked: 0 },
  set: (change) => set(change),
  show: (view) =>
    set(
      view === 'notes' || view === 'search'
        ? { left: true, leftView: view, over: 'left', sheet: null }
        : { right: true, rightView: view, over: 'right', sheet: null },
    ),
  ask: (text) =>
    set(({ question }) => ({
      left: true,
      leftView: 'search',
      over: 'left',
      sheet: null,
      question: { text: text ?? null, asked: question.asked + 1 },
    })),
}));
