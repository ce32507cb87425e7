import { expect, test } from 'vitest';
import { fuse } from './fuse.ts';

const weights = { words: 1, meaning: 2, lead: 1, passage: 1, title: 1, held: 0.5 };
const none = {
  passageWords: [],
  titles: [],
  named: new Set<number>(),
  held: new Set<number>(),
  meaning: [],
  wholes: [],
  leads: [],
  wordsShare: 1,
};

/** Whole notes and first passages that mean as much as their best passages do. */
const alike = (meaning: readonly { noteId: number; score: number }[]) => ({
  wholes: meaning.map(({ noteId, score }) => ({ noteId, words: 0, meaning: score })),
  leads: meaning.map(({ noteId, score }) => ({ noteId, score })),
});

test('cosines are divided by their largest, words are as much as they say of the question', () => {
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
        { noteId: 1, words: 0.4, meaning: 0.2 },
        { noteId: 2, words: 0.2, meaning: 0.1 },
      ],
      leads: [
        { noteId: 1, score: 0.5 },
        { noteId: 2, score: 0.25 },
      ],
    },
    weights,
  );
  expect(best!.noteId).toBe(1);
  expect(best!.parts.meaning).toBeCloseTo(2 / 3);
  expect(best!.parts.words).toBeCloseTo(0.8 / 3);
  expect(other!.parts.meaning).toBeCloseTo(1 / 3);
  expect(other!.parts.words).toBeCloseTo(0.4 / 3);
});

test('meaning outweighs words, words outweigh nothing', () => {
  const found = fuse(
    {
      ...none,
      passageWords: [{ chunkId: 10, noteId: 1, score: 8 }],
      meaning: [{ chunkId: 20, noteId: 2, score: 0.4 }],
      ...alike([{ noteId: 2, score: 0.4 }]),
    },
    weights,
  );
  expect(found.map((note) => note.noteId)).toEqual([2, 1]);
});

test('a third of a note’s meaning is its best passage, a third its first; its passages come best first', () => {
  const [note] = fuse(
    {
      ...none,
      meaning: [
        { chunkId: 11, noteId: 1, score: 0.2 },
        { chunkId: 12, noteId: 1, score: 0.4 },
      ],
      leads: [{ noteId: 1, score: 0.2 }],
    },
    weights,
  );
  expect(note!.parts.meaning).toBeCloseTo(4 / 9);
  expect(note!.passages.map((p) => p.chunkId)).toEqual([12, 11]);
});

test('a title alone answers, without passages', () => {
  expect(fuse({ ...none, titles: [{ noteId: 3, score: 0.6 }] }, weights)).toEqual([
    { noteId: 3, parts: { words: 0.6 / 3, meaning: 0 }, passages: [] },
  ]);
});

test('a title adds to words', () => {
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
  expect(found[0]!.parts.words - found[1]!.parts.words).toBeCloseTo(0.7 / 3);
});

test('a note of the name that was asked comes before any other', () => {
  const meaning = [1, 2].map((noteId) => ({ chunkId: noteId, noteId, score: noteId === 1 ? 0.9 : 0.1 }));
  const titles = [{ noteId: 2, score: 0.5 }];
  const asked = { ...none, titles, meaning, ...alike(meaning) };
  expect(fuse(asked, weights)[0]!.noteId).toBe(1);
  expect(fuse({ ...asked, named: new Set([2]) }, weights)[0]!.noteId).toBe(2);
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
  expect(fuse({ ...none, passageWords, meaning, ...alike(meaning) }, weights)[0]!.noteId).toBe(1);
  expect(fuse({ ...none, passageWords, meaning, held: new Set([2]) }, weights)[0]!.noteId).toBe(2);
});

test('words of the whole note tell apart what its best passage does not', () => {
  const passageWords = [1, 2].map((noteId) => ({ chunkId: noteId, noteId, score: 3 }));
  const wholes = [
    { noteId: 1, words: 0.2, meaning: 0 },
    { noteId: 2, words: 0.5, meaning: 0 },
  ];
  expect(fuse({ ...none, passageWords, wholes }, weights).map((note) => note.noteId)).toEqual([2, 1]);
});

test('one common word of the question does not outweigh meaning, all of its words do', () => {
  const passageWords = [{ chunkId: 1, noteId: 1, score: 3 }];
  const meaning = [
    { chunkId: 1, noteId: 1, score: 0.1 },
    { chunkId: 2, noteId: 2, score: 0.4 },
  ];
  const saying = (words: number) => ({
    ...none,
    passageWords,
    meaning,
    ...alike(meaning),
    wholes: meaning.map(({ noteId, score }) => ({ noteId, words: noteId === 1 ? words : 0, meaning: score })),
  });
  const words = { ...weights, words: 2 };
  expect(fuse(saying(0.1), words)[0]!.noteId).toBe(2);
  expect(fuse(saying(0.8), words)[0]!.noteId).toBe(1);
  expect(fuse({ ...saying(0.8), wordsShare: 0.1 }, words)[0]!.noteId).toBe(2);
});

test('what a note is about at its beginning tells it from one that only mentions it', () => {
  const meaning = [1, 2].map((noteId) => ({ chunkId: noteId, noteId, score: 0.5 }));
  const leads = [
    { noteId: 1, score: 0.1 },
    { noteId: 2, score: 0.5 },
  ];
  expect(fuse({ ...none, meaning, leads }, weights).map((note) => note.noteId)).toEqual([2, 1]);
});
