import type { AlgebraTerm } from '../../contract/algebra.ts';
import type { AxisNote, AxisResult } from '../../contract/axis.ts';
import type { DuplicatePair, DuplicatesResult } from '../../contract/duplicates.ts';
import { note, passage } from './contract-data.ts';

/** Results of calculating with meaning, written out, from which tests of what is shown start. */

export const term = (text: string, weight = 1, more: Partial<AlgebraTerm> = {}): AlgebraTerm => ({
  start: 0,
  end: text.length,
  kind: 'words',
  text,
  weight,
  note: null,
  cut: false,
  ...more,
});

export const axisNote = (title: string, position: number, more: Partial<AxisNote> = {}): AxisNote => ({
  note: note(title),
  position,
  strength: 3,
  related: true,
  passage: { ...passage(`About ${title}.`), score: position },
  ...more,
});

export const axisResult = (notes: AxisNote[], more: Partial<AxisResult> = {}): AxisResult => ({
  from: { terms: [term('cold')], strongest: 5, spokenOf: true },
  to: { terms: [term('hot')], strongest: 4, spokenOf: true },
  apart: 0.6,
  notes,
  considered: notes.length,
  related: notes.filter(({ related }) => related).length,
  leftOut: [],
  coverage: 1,
  ...more,
});

export const duplicatePair = (a: string, b: string, more: Partial<DuplicatePair> = {}): DuplicatePair => ({
  kind: 'duplicate',
  a: note(a),
  b: note(b),
  similarity: 0.9,
  ofA: 0.95,
  ofB: 0.94,
  cosine: 0.98,
  group: 2,
  differences: [],
  moreDifferences: false,
  ...more,
});

export const duplicatesResult = (
  pairs: DuplicatePair[],
  more: Partial<DuplicatesResult> = {},
): DuplicatesResult => ({
  note: null,
  pairs,
  total: { duplicate: pairs.length, contained: 0, translation: 0 },
  coverage: 1,
  ...more,
});
