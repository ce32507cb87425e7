import { useEffect } from 'react';
import { type Hits, setHits } from '../../state/hits.ts';
import { poleName } from './AxisResult.tsx';
import type { Found } from './seeker.ts';

/** Tells the chart which notes were found, and how much each is meant. */
export function useTellHits(found: Found | null): void {
  useEffect(() => setHits(found && hitsOf(found)), [found]);
}

/** Of search: the last one of the list is meant this much. Its scores mean nothing beside each other. */
const LAST = 0.2;

function hitsOf(found: Found): Hits {
  switch (found.way) {
    case 'search': {
      const paths = found.result.hits.map(({ note }) => note.path);
      const strengths = paths.map((_, i) => 1 - ((1 - LAST) * i) / Math.max(1, paths.length - 1));
      return { way: 'search', paths, strengths, poles: null };
    }
    case 'algebra': {
      const { hits } = found.result;
      const [most, least] = [hits[0]?.score ?? 1, hits.at(-1)?.score ?? 0];
      const share = (score: number) => (most > least ? (score - least) / (most - least) : 1);
      return {
        way: 'algebra',
        paths: hits.map(({ note }) => note.path),
        strengths: hits.map(({ score }) => LAST + (1 - LAST) * share(score)),
        poles: null,
      };
    }
    case 'axis': {
      const { from, to, notes } = found.result;
      const shown = notes.filter(({ related }) => related).sort((a, b) => b.strength - a.strength);
      return {
        way: 'axis',
        paths: shown.map(({ note }) => note.path),
        strengths: shown.map(({ strength }) => Math.max(0, strength / shown[0]!.strength)),
        poles: { ...found.asked, fromName: poleName(from), toName: poleName(to) },
      };
    }
  }
}
