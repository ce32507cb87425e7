import { create } from 'zustand';

const MOST = 50;

/** Paths of the notes read last, the latest first. */
export const useRecentNotes = create<{ readonly paths: readonly string[] }>(() => ({ paths: [] }));

export function noteRead(path: string): void {
  useRecentNotes.setState(({ paths }) =>
    paths[0] === path ? {} : { paths: [path, ...paths.filter((one) => one !== path)].slice(0, MOST) },
  );
}
