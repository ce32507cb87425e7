import { hasCode } from '../../common/errors.ts';
import type { EngineClient } from '../../contract/client.ts';
import { algebraCaveats, algebraLines } from '../answer/algebra.ts';
import { caveats } from '../answer/caveats.ts';
import type { Layout } from '../answer/related.ts';
import { relatedLines } from '../answer/related.ts';
import { searchLines } from '../answer/search.ts';
import { harmlessProse } from '../terminal/harmless.ts';
import { clip } from '../terminal/width.ts';

/** Longer than the contract lets a note's name be. */
const LONGEST_NAME = 4096;

export interface Asking {
  readonly client: EngineClient;
  readonly limit: number;
  readonly unlinked: boolean;
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly lines: string[];
  /** Paths of the notes shown, in the order of their numbers. */
  readonly paths: string[];
}

/** The notes related to the one named; rejects with NOTE_NOT_FOUND or NOTE_AMBIGUOUS. */
export async function askRelated(note: string, asking: Asking, layout: Layout): Promise<Answer> {
  const { client, limit, unlinked, signal } = asking;
  const result = await client.related({ note, limit, unlinkedOnly: unlinked }, { signal });
  return {
    lines: withCaveats(relatedLines(result, layout), caveats(result), layout),
    paths: result.results.map((r) => r.note.path),
  };
}

/** What a question finds, by words and meaning. */
export async function askSearch(query: string, asking: Asking, layout: Layout): Promise<Answer> {
  const result = await asking.client.search({ query, limit: asking.limit }, { signal: asking.signal });
  const { style, columns } = layout;
  const heading = style.title(clip(`“${harmlessProse(query.slice(0, columns * 2))}”`, columns));
  return {
    lines: withCaveats([heading, '', ...searchLines(result, layout)], caveats(result), layout),
    paths: result.hits.map((hit) => hit.note.path),
  };
}

/** What an expression comes to; rejects with EXPRESSION_INVALID and where. */
export async function askAlgebra(expression: string, asking: Asking, layout: Layout): Promise<Answer> {
  const result = await asking.client.algebra({ expression, limit: asking.limit }, { signal: asking.signal });
  return {
    lines: withCaveats(algebraLines(result, layout), [...algebraCaveats(result), ...caveats(result)], layout),
    paths: result.hits.map((hit) => hit.note.path),
  };
}

/** A note's name gets its related notes; anything else is searched for. */
export async function ask(text: string, asking: Asking, layout: Layout): Promise<Answer> {
  if (text.length > LONGEST_NAME) return askSearch(text, asking, layout);
  try {
    return await askRelated(text, asking, layout);
  } catch (error) {
    if (!hasCode(error, 'NOTE_NOT_FOUND')) throw error;
    return askSearch(text, asking, layout);
  }
}

const withCaveats = (lines: string[], said: string[], { style }: Layout): string[] =>
  said.length ? [...lines, '', ...said.map(style.dim)] : lines;
