import { expect, test } from 'vitest';
import { named } from './naming.ts';
import { placed } from './placing.ts';
import { linesOf, seenBy } from './ties.ts';

const note = (name: string, step: number) => ({
  note: { path: `${name}.md`, title: name, language: 'en' },
  step,
  place: null,
});
const NONE = { to: false, from: false };
const AROUND = {
  notes: [note('Middle', 0), note('Both', 1), note('Linked', 1), note('Like', 1), note('Far', 2)],
  ties: [
    { from: 0, to: 1, meaning: 1, linked: { to: true, from: true } },
    { from: 0, to: 2, meaning: 0, linked: { to: false, from: true } },
    { from: 0, to: 3, meaning: 0.6, linked: NONE },
    { from: 2, to: 4, meaning: 0, linked: { to: true, from: false } },
    { from: 3, to: 4, meaning: 0.7, linked: NONE },
  ],
};
const titles = ({ notes }: { notes: (typeof AROUND)['notes'] | ReturnType<typeof seenBy>['notes'] }) =>
  notes.map(({ note: { title } }) => title);

test('how notes are tied is told apart', () => {
  const drawn = seenBy(AROUND, 'all');
  expect(drawn.kinds).toEqual([null, 'both', 'linked', 'related', 'both']);
  expect(drawn.ledBy.slice(1)).toEqual([0, 0, 0, 3]);
});

test('links alone, and meaning alone, leave out what they do not lead to', () => {
  const links = seenBy(AROUND, 'links');
  expect(titles(links)).toEqual(['Middle', 'Both', 'Linked', 'Far']);
  expect(links.ties.every(({ meaning }) => meaning === 0)).toBe(true);
  expect(links.ties.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [0, 2],
    [2, 3],
  ]);
  const meaning = seenBy(AROUND, 'meaning');
  expect(titles(meaning)).toEqual(['Middle', 'Both', 'Like', 'Far']);
  expect(meaning.ties.some(({ linked }) => linked.to || linked.from)).toBe(false);
});

test('a pair that is linked and related has two lines side by side, which end before the notes', () => {
  const drawn = seenBy(AROUND, 'all');
  const places = placed(drawn.notes, drawn.ledBy, { width: 300, height: 300 });
  const lines = linesOf(drawn, places).filter(({ tie }) => tie.to === 1);
  expect(lines.map(({ kind }) => kind)).toEqual(['meaning', 'link']);
  const [a, b] = lines;
  expect(Math.hypot(a!.x1 - b!.x1, a!.y1 - b!.y1)).toBeCloseTo(4.5, 3);
  for (const { x1, y1 } of lines) expect(Math.hypot(x1, y1)).toBeGreaterThan(7);
});

test.each([
  [240, 23],
  [340, 37],
  [700, 37],
])('names lie neither on each other nor beyond the edge of %i pixels', (width, length) => {
  const size = { width, height: 560 };
  const notes = Array.from({ length }, (_, i) => ({
    title: `A note with a name ${'of some length '.repeat(i % 3)}${i}`,
    step: i === 0 ? 0 : i < 15 ? 1 : 2,
    place: null,
  }));
  const places = placed(
    notes,
    notes.map((_, i) => (i < 15 ? 0 : 1 + (i % 14))),
    size,
  );
  const names = named(notes, places, size);
  expect(names.filter(Boolean).length).toBeGreaterThan(10);
  if (width > 300) expect(names[0]).not.toBeNull();
  const boxes = names.flatMap((name, i) => {
    if (!name) return [];
    const [wide, high] = [name.text.length * 5.4, notes[i]!.step === 0 ? 14 : 11];
    const left = name.anchor === 'start' ? name.x : name.anchor === 'end' ? name.x - wide : name.x - wide / 2;
    return [{ left, right: left + wide, top: name.y - high / 2, bottom: name.y + high / 2 }];
  });
  for (const [i, a] of boxes.entries()) {
    expect(a.left).toBeGreaterThanOrEqual(-width / 2);
    expect(a.right).toBeLessThanOrEqual(width / 2);
    for (const b of boxes.slice(i + 1))
      expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
  }
});
