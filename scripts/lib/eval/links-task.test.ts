import { afterEach, expect, test } from 'vitest';
import { chanceNotes, chanceVault } from './chance.fixture.ts';
import type { EvalVault } from './eval-vault.ts';
import { assertHidden, linksTask } from './links-task.ts';
import { figuresOf, macroAverage } from './metrics.ts';
import type { Case } from './outcome.ts';

const NOTES = 60;
let close: (() => void) | undefined;
afterEach(() => close?.());

async function chance({ linksInText = false } = {}) {
  const made = await chanceVault(chanceNotes(NOTES, 3), { linksInText });
  ({ close } = made);
  return made;
}

const ndcgOf = (cases: readonly Case[], system: string): number =>
  macroAverage(cases.map(({ ranked, relevant }) => figuresOf(ranked[system]!, relevant))).ndcg10;

/** The vault as it is when nobody hides anything. */
function unhidden(vault: EvalVault): EvalVault {
  const links = Object.create(vault.links, { hide: { value: () => [] } });
  return { ...vault, links };
}

test('where links are chance, no system does better than chance', async () => {
  const { vault, model } = await chance();
  const cases = await linksTask(vault, model);
  expect(cases.length).toBeGreaterThan(NOTES * 0.9);
  const random = ndcgOf(cases, 'random');
  for (const system of Object.keys(cases[0]!.ranked))
    expect(ndcgOf(cases, system), system).toBeLessThan(random + 0.12);
});

test('a leak is caught: links that were not hidden stop the evaluation', async () => {
  const { vault, model } = await chance();
  await expect(linksTask(unhidden(vault), model)).rejects.toThrow(/links can be seen/);
});

test('a leak in the text is caught: a name that was left in it lifts a system above chance', async () => {
  const sources = chanceNotes(NOTES, 3);
  // Each note says in plain words what it links to: no link is left to hide, and words give the linked ones away.
  const leaking = sources.map((source) => ({
    ...source,
    content: {
      ...source.content,
      text: `${source.content.text}\n${source.content.text
        .match(/\[\[[^\]]+/g)!
        .join(' ')
        .replaceAll('[[', '')}`,
    },
  }));
  const made = await chanceVault(leaking, { linksInText: false });
  ({ close } = made);
  const cases = await linksTask(made.vault, made.model);
  expect(ndcgOf(cases, 'tf-idf')).toBeGreaterThan(ndcgOf(cases, 'random') + 0.3);
});

test('links are hidden in both directions, and come back for the next note', async () => {
  const { vault } = await chance();
  const { corpus, links } = vault;
  const [a, b] = [...vault.notes.keys()];
  const before = [...corpus.links.neighbours(corpus.notes.slotOf(b!)!)].length;
  corpus.linksChanged(links.hide(a!));
  await corpus.settled();
  expect(() => assertHidden(vault, a!)).not.toThrow();
  expect(() => assertHidden(vault, b!)).toThrow();
  corpus.linksChanged(links.hide(b!));
  await corpus.settled();
  expect(() => assertHidden(vault, b!)).not.toThrow();
  expect(() => assertHidden(vault, a!)).toThrow();
  corpus.linksChanged(links.hide(-1));
  await corpus.settled();
  expect(corpus.links.neighbours(corpus.notes.slotOf(b!)!)).toHaveLength(before);
});

test('with links left in others’ text, the asked note’s own are still gone, and back afterwards', async () => {
  const { vault, model } = await chance({ linksInText: true });
  const terms = () => new Map([...vault.notes.keys()].map((id) => [id, vault.store.lexical.ofNote(id)]));
  const before = terms();
  await linksTask(vault, model, 5);
  expect(terms()).toEqual(before);
});
