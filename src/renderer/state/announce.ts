import { create } from 'zustand';

/** What screen readers are told though the focus is elsewhere. `count` grows, so that the same words are said again. */
export const useAnnouncement = create<{ readonly text: string; readonly count: number }>(() => ({
  text: '',
  count: 0,
}));

/** Says something to screen readers, politely. */
export const announce = (text: string): void =>
  useAnnouncement.setState(({ count }) => ({ text, count: count + 1 }));
