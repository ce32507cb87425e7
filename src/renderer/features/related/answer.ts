import type { Span } from '../../../common/span.ts';
import type { EngineClient } from '../../../contract/client.ts';
import type { NoteRef, Passage } from '../../../contract/common.ts';
import type { Filter } from '../../../contract/filter.ts';
import type { RelatedPassage } from '../../../contract/passages.ts';
import type { RelatedNote } from '../../../contract/related.ts';

export type Mode = 'notes' | 'passages';

/** What the panel asks. */
export interface Question {
  /** Path of the note. */
  readonly note: string;
  readonly mode: Mode;
  /** What of it is read; for passages only. */
  readonly at: Span | null;
  readonly unlinkedOnly: boolean;
  readonly filter: Filter;
  readonly limit: number;
}

/** One result: a note with its reasons, or a passage. */
export type Item = { readonly id: string; readonly note: NoteRef } & (
  | { readonly kind: 'note'; readonly related: RelatedNote }
  | { readonly kind: 'passage'; readonly passage: RelatedPassage }
);

export interface Answer {
  readonly note: NoteRef;
  /** The passage that was compared; null in whole notes, and where there is none. */
  readonly here: Passage | null;
  readonly items: readonly Item[];
  readonly coverage: number;
}

/** Asks the engine for notes or passages; both come back as one kind of answer. */
export async function ask(engine: EngineClient, question: Question, signal: AbortSignal): Promise<Answer> {
  const { note, unlinkedOnly, limit } = question;
  const shared = { note, unlinkedOnly, limit, ...(hasAny(question.filter) && { filter: question.filter }) };
  if (question.mode === 'notes') {
    const { results, coverage, note: asked } = await engine.related(shared, { signal });
    const items = results.map(
      (related): Item => ({ kind: 'note', id: related.note.path, note: related.note, related }),
    );
    return { note: asked, here: null, items, coverage };
  }
  const at = question.at ?? { start: 0, end: 1 };
  const { results, ...rest } = await engine.relatedPassages({ ...shared, at }, { signal });
  const items = results.map(
    (passage): Item => ({
      kind: 'passage',
      id: `${passage.note.path}:${passage.passage.start}-${passage.passage.end}`,
      note: passage.note,
      passage,
    }),
  );
  return { ...rest, items };
}

const hasAny = (filter: Filter): boolean => Object.values(filter).some((value) => value?.length);

/** What of a result decides how much room it takes: while it is the same, nothing below it moves. */
export function shapeOf(item: Item): string {
  if (item.kind === 'passage') return item.id;
  const { evidence, reasons } = item.related;
  const there = evidence[0]?.there;
  return `${item.id} ${there?.start}-${there?.end} ${reasons.map((r) => r.kind).join()}`;
}
