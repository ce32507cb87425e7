import type { RelatedResult } from '../../contract/related.ts';
import type { SearchResult } from '../../contract/search.ts';

/** What makes an answer less good than it could be, in sentences; empty when nothing does. */
export function caveats(
  result: Pick<RelatedResult, 'coverage'> & Partial<Pick<SearchResult, 'queryCut' | 'wordsOnly'>>,
): string[] {
  const said: string[] = [];
  if (result.wordsOnly) said.push('The model could not be asked: this was found by words alone.');
  if (result.queryCut)
    said.push('The question is longer than the model reads: its meaning is taken from its beginning.');
  if (result.coverage < 1) {
    const share = Math.floor(result.coverage * 100);
    said.push(`${share} % of the passages have vectors so far: answers get better as indexing goes on.`);
  }
  return said;
}
