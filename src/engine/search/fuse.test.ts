import { expect, test } from 'vitest';
import { fuse } from './fuse.ts';

const weights = { words: 1, meaning: 2, passage: 1, title: 1, held: 0.5 };
const none = {
  passageWords: [],
  titles: [],
  named: new Set<number>(),
  held: new Set<number>(),
  meaning: [],
  wholes: [],
  wordsShare: 1,
};

/** Whole notes that mean as much as their passages do. */
const alike = (meaning: readonly { noteId: number; score: number }[]) =>
  meaning.map(({ noteId, score }) => ({ noteId, words: 0, meaning: score }));

test('each kind is divided by its largest and weighted; the best of both is 1', () => {
  const [best, other] = fuse(
    {
      ...none,
      passageWords: [
        { chunkId: 10, noteId: 1, score: 8 },
        { chunkId: 20, noteId: 2, score: 4 },
      ],
      meaning: [
        { chunkId: 10, noteId: 1, score: 0.3 },
        { chunkId: 20, noteId: 2, score: 0.15 },
      ],
      wholes: [
        { noteId: 1, words: 6, meaning: 0.2 },
        { noteId: 2, words: 3, meaning: 0.1 },
      ],
    },
    weights,
  );
  expect(best).toMatchObject({ noteId: 1, parts: { words: 1 / 3, meaning: 2 / 3 } });
  expect(other!.parts).toEqual({ words: 1 / 6, meaning: 1 / 3 });
});

test('meaning outweighs words, words outweigh nothing', () => {
  const found = fuse(
    {
      ...none,
      passageWords: [{ chunkId: 10, noteId: 1, score: 8 }],
      meaning: [{ chunkId: 20, noteId: 2, score: 0.4 }],
      wholes: alike([{ noteId: 2, score: 0.4 }]),
    },
    weights,
  );
  expect(found.map((note) => note.noteId)).toEqual([2, 1]);
});

test('half of a note’s meaning is its best passage; its passages come best first', () => {
  const [note] = fuse(
    {
      ...none,
      meaning: [
        { chunkId: 11, noteId: 1, score: 0.2 },
        { chunkId: 12, noteId: 1, score: 0.4 },
      ],
    },
    weights,
  );
  expect(note!.parts.meaning).toBeCloseTo(1 / 3);
  expect(note!.passages.map((p) => p.chunkId)).toEqual([12, 11]);
});

test('a title alone answers, without passages', () => {
  expect(fuse({ ...none, titles: [{ noteId: 3, score: 0.6 }] }, weights)).toEqual([
    { noteId: 3, parts: { words: 1 / 3, meaning: 0 }, passages: [] },
  ]);
});

test('a title adds to words, and the words’ part still has its share at most', () => {
  const found = fuse(
    {
      ...none,
      passageWords: [
        { chunkId: 1, noteId: 1, score: 5 },
        { chunkId: 2, noteId: 2, score: 5 },
      ],
      titles: [{ noteId: 2, score: 0.7 }],
    },
    weights,
  );
  expect(found.map((note) => note.noteId)).toEqual([2, 1]);
  expect(found[0]!.parts.words).toBeCloseTo(1 / 3);
});

test('a note of the name that was asked comes before any other', () => {
  const meaning = [1, 2].map((noteId) => ({ chunkId: noteId, noteId, score: noteId === 1 ? 0.9 : 0.1 }));
  const titles = [{ noteId: 2, score: 0.5 }];
  expect(fuse({ ...none, titles, meaning, wholes: alike(meaning) }, weights)[0]!.noteId).toBe(1);
  expect(
    fuse({ ...none, titles, meaning, wholes: alike(meaning), named: new Set([2]) }, weights)[0]!.noteId,
  ).toBe(2);
});

test('opposite meaning and no match at all leave nothing', () => {
  expect(fuse({ ...none, meaning: [{ chunkId: 1, noteId: 1, score: -0.4 }] }, weights)).toEqual([]);
  expect(fuse(none, weights)).toEqual([]);
});

test('equal notes come in one order, whatever order they are found in', () => {
  const meaning = [3, 1, 2].map((noteId) => ({ chunkId: noteId * 10, noteId, score: 0.5 }));
  expect(fuse({ ...none, meaning }, weights).map((note) => note.noteId)).toEqual([1, 2, 3]);
});

test('a note that holds every word of a short question comes before one that is only like it', () => {
  const meaning = [
    { chunkId: 1, noteId: 1, score: 0.9 },
    { chunkId: 2, noteId: 2, score: 0.3 },
  ];
  const passageWords = [{ chunkId: 2, noteId: 2, score: 4 }];
  expect(fuse({ ...none, passageWords, meaning, wholes: alike(meaning) }, weights)[0]!.noteId).toBe(1);
  expect(fuse({ ...none, passageWords, meaning, held: new Set([2]) }, weights)[0]!.noteId).toBe(2);
});

test('words of the whole note tell apart what its best passage does not', () => {
  const passageWords = [1, 2].map((noteId) => ({ chunkId: noteId, noteId, score: 3 }));
  const wholes = [
    { noteId: 1, words: 2, meaning: 0 },
    { noteId: 2, words: 5, meaning: 0 },
  ];
  expect(fuse({ ...none, passageWords, wholes }, weights).map((note) => note.noteId)).toEqual([2, 1]);
});

test('words say less where the notes that hold them best are not asked for', () => {
  const passageWords = [{ chunkId: 1, noteId: 1, score: 3 }];
  const meaning = [{ chunkId: 2, noteId: 2, score: 0.4 }];
  const wholes = [{ noteId: 1, words: 1, meaning: 0.3 }, ...alike(meaning)];
  const asked = { ...none, passageWords, meaning, wholes };
  expect(fuse({ ...asked, wordsShare: 1 }, { ...weights, words: 3 })[0]!.noteId).toBe(1);
  expect(fuse({ ...asked, wordsShare: 0.1 }, { ...weights, words: 3 })[0]!.noteId).toBe(2);
});
