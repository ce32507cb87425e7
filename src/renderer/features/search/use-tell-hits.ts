import { useEffect } from 'react';
import { setHits } from '../../state/hits.ts';
import type { Found } from './seeker.ts';

/** Tells the chart which notes were found: they stand out there for as long as the answer stands here. */
export function useTellHits(found: Found | null): void {
  useEffect(() => {
    setHits(found && pathsOf(found));
    return () => setHits(null);
  }, [found]);
}

function pathsOf(found: Found): string[] {
  switch (found.way) {
    case 'search':
      return found.result.hits.map(({ note }) => note.path);
    case 'algebra':
      return found.result.hits.map(({ note }) => note.path);
    case 'axis':
      return found.result.notes.map(({ note }) => note.path);
  }
}
