import { create } from 'zustand';

export type LeftView = 'notes' | 'search';
export type RightView = 'related' | 'outline' | 'backlinks';
/** What covers the page, one at a time. */
export type Sheet = 'settings' | 'problems' | 'palette' | 'switcher' | null;

export interface Layout {
  readonly left: boolean;
  readonly right: boolean;
  readonly leftView: LeftView;
  readonly rightView: RightView;
  /** Widths of the panes where they are open: pixels at zoom 1. */
  readonly leftSize: number;
  readonly rightSize: number;
  readonly sheet: Sheet;
  /** Asks the search pane to take this question and the focus; `asked` grows with every request. */
  readonly question: { readonly text: string | null; readonly asked: number };
  set(change: Partial<Omit<Layout, 'set' | 'ask' | 'question'>>): void;
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
  sheet: null,
  question: { text: null, asked: 0 },
  set: (change) => set(change),
  ask: (text) =>
    set(({ question }) => ({
      left: true,
      leftView: 'search',
      sheet: null,
      question: { text: text ?? null, asked: question.asked + 1 },
    })),
}));
