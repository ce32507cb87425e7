import { expect, test } from 'vitest';
import { WordIndex } from '../words/word-index.ts';
import { NameIndex, namesOf } from './names.ts';
import { namingOf } from './naming.ts';

const note = (title: string, more: { path?: string; aliases?: string[]; language?: string } = {}) => ({
  path: more.path ?? `${title}.md`,
  title,
  aliases: more.aliases ?? [],
  language: more.language ?? 'es',
});

test('a note is called by its title, its aliases and its file’s name, each once', () => {
  const names = namesOf(note('Red neuronal', { path: 'ia/redes.md', aliases: ['RNA', 'red NEURONAL'] }));
  expect(names.names.map((name) => name.length)).toEqual([2, 1, 1]);
  expect(names.terms).toHaveLength(3);
});

test('names too short to mean a note are left out', () => {
  expect(namesOf(note('C')).names).toEqual([]);
  expect(namesOf(note('深度')).names).toEqual([]);
  expect(namesOf(note('深度学习')).names).toHaveLength(1);
});

test('a name that is taken away is found no more', () => {
  const index = new NameIndex();
  const term = namesOf(note('Faro')).terms[0]!;
  index.set(3, namesOf(note('Faro')));
  index.set(4, namesOf(note('Faro')));
  expect([...index.holding(term)]).toEqual([3, 4]);
  index.set(3, namesOf(note('Puerto')));
  index.remove(4);
  expect([...index.holding(term)]).toEqual([]);
  expect(index.of(4)).toBeUndefined();
});

/** Notes by title and terms; the first asks. */
function world(notes: readonly (readonly [title: string, text: string])[]) {
  const words = new WordIndex();
  const names = new NameIndex();
  const bags = notes.map(([title, text]) => {
    const bag = new Map<string, number>();
    for (const term of [...namesOf(note(title)).terms, ...namesOf(note(text)).terms]) bag.set(term, 1);
    return bag;
  });
  for (const [slot, bag] of bags.entries()) {
    words.set(slot, bag);
    names.set(slot, namesOf(note(notes[slot]![0])));
  }
  const asked = { terms: bags[0]!, names: namesOf(note(notes[0]![0])) };
  return namingOf(words, names, asked, notes.length);
}

test('who names whom, whole or in part', () => {
  const { titleHere, titleThere, nameHere, nameThere } = world([
    ['Faro de Málaga', 'la tormenta perfecta llega al puerto'],
    ['Tormenta perfecta', 'nubes'],
    ['Tormenta solar', 'viento del sol'],
    ['Costa', 'el faro de Málaga ilumina'],
    ['Luz', 'un faro cualquiera'],
    ['Pan', 'harina'],
  ]);
  expect(nameHere[1]).toBeGreaterThan(0);
  expect(nameHere[2]).toBe(0);
  expect(titleHere[1]).toBeGreaterThan(titleHere[2]!);
  expect(titleHere[2]).toBeGreaterThan(0);
  expect(nameThere[3]).toBeGreaterThan(0);
  expect(nameThere[4]).toBe(0);
  expect(titleThere[3]).toBeCloseTo(1);
  expect(titleThere[4]).toBeGreaterThan(0);
  expect(titleThere[4]).toBeLessThan(1);
  expect([titleHere[5], titleThere[5], nameHere[5], nameThere[5]]).toEqual([0, 0, 0, 0]);
});

test('a name that several notes have is worth less for each', () => {
  const others = ['Sal', 'Mar', 'Sol', 'Luz'].map((title) => [title, 'nada'] as const);
  const alone = world([['Inicio', 'el mercurio retrógrado'], ['Mercurio', 'a'], ...others]);
  const shared = world([
    ['Inicio', 'el mercurio retrógrado'],
    ['Mercurio', 'a'],
    ['Mercurio', 'b'],
    ...others,
  ]);
  expect(shared.nameHere[1]).toBe(shared.nameHere[2]);
  expect(shared.nameHere[1]).toBeLessThan(alone.nameHere[1]!);
});
