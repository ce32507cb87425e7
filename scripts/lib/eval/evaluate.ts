import { availableParallelism } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { createEmbedder } from '../../../src/engine/embed/local-embedder.ts';
import { createTextTools, openTextTools } from '../../../src/engine/embed/text-tools.ts';
import { findModel } from '../../../src/engine/models/catalogue.ts';
import { crossTask, type PagePair } from './cross-task.ts';
import { type EvalModel, indexNotes, readVault, type SourceNote } from './eval-vault.ts';
import { knownItemTask } from './known-item-task.ts';
import { linksTask } from './links-task.ts';
import type { EvalOptions } from './options.ts';
import { type Case, type Row, rowsOf } from './outcome.ts';
import { type Pair, readPairs } from './pairs.ts';
import { rememberQuestions } from './question-cache.ts';
import { VectorCache } from './vector-cache.ts';
import { weigherOf } from './weigher.ts';

export interface Evaluated {
  /** For a reader. */
  readonly title: string;
  readonly rows: readonly Row[];
}

/** Vaults one after the other, then pairs of pages whichever vaults they are in. */
export async function* evaluate(options: EvalOptions): AsyncGenerator<Evaluated> {
  const pairs = options.pairs === undefined ? [] : readPairs(options.pairs, options.vaults);
  const found = findModel(options.model === undefined ? {} : { id: options.model });
  const { id, dimensions } = found.manifest;
  const tools = createTextTools(openTextTools(found));
  const embedder = await createEmbedder({
    model: found,
    tools,
    precision: options.precision,
    stateDir: options.cache,
    threads: availableParallelism(),
  });
  try {
    const cache = new VectorCache(join(options.cache, `${id}-${embedder.precision}.vectors`), dimensions);
    const model: EvalModel = {
      embedder: rememberQuestions(embedder, cache),
      cache,
      progress,
      weigh: weigherOf(tools),
      read: options.read,
    };
    const sourcesOf = new Map<string, Map<string, SourceNote>>();
    for (const root of options.vaults) {
      const { cases, title, sources } = await ofVault(root, model, options, pairs);
      sourcesOf.set(root, sources);
      clear();
      if (cases.length > 0) yield { title, rows: rowsOf(cases, nameOf(root, options.vaults), id) };
    }
    if (!options.tasks.has('cross')) return;
    for (const { name, pages } of groups(pairs, sourcesOf)) {
      const cases = await crossTask(pages, model, options.sample);
      clear();
      yield { title: `${name}: ${pages.length} pairs, ${id}`, rows: rowsOf(cases, name, id) };
    }
  } finally {
    await embedder.close();
  }
}

async function ofVault(root: string, model: EvalModel, options: EvalOptions, pairs: readonly Pair[]) {
  const { tasks, sample, strip, questions } = options;
  const { notes, attachments } = await readVault(root);
  const sources = new Map(notes.map((note) => [join(root, note.file.path), note]));
  const cases: Case[] = [];
  if (tasks.has('links')) {
    const vault = await indexNotes(notes, attachments, model, {
      linksInText: strip === 'asked',
      embed: false,
    });
    cases.push(...(await linksTask(vault, model, sample).finally(() => vault.close())));
  }
  const translations = translationsIn(root, pairs);
  if (tasks.has('known-item'))
    for (const asked of questions)
      cases.push(...(await knownItemTask(notes, model, asked, { sample, translations })));
  const title = `${nameOf(root, options.vaults)}: ${notes.length} notes, ${model.embedder.model.id}`;
  return { cases, title, sources };
}

/** The vault's folder, with the one above it where several vaults are called alike. */
function nameOf(root: string, vaults: readonly string[]): string {
  const alike = vaults.filter((other) => basename(other) === basename(root));
  return alike.length > 1 ? `${basename(dirname(root))}/${basename(root)}` : basename(root);
}

/** For each note of a vault, its translations in the same vault, by path. */
function translationsIn(root: string, pairs: readonly Pair[]): ReadonlyMap<string, ReadonlySet<string>> {
  const within = (path: string) => path.startsWith(root + sep);
  const local = (path: string) =>
    path
      .slice(root.length + 1)
      .split(sep)
      .join('/')
      .normalize('NFC');
  const translations = new Map<string, Set<string>>();
  for (const [a, b] of pairs) {
    if (!within(a) || !within(b)) continue;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      translations.set(local(from), (translations.get(local(from)) ?? new Set()).add(local(to)));
  }
  return translations;
}

/** Pairs by the vault that holds both pages, or by the folder that holds the two vaults; those not read are left out. */
function groups(pairs: readonly Pair[], read: ReadonlyMap<string, ReadonlyMap<string, SourceNote>>) {
  const all = new Map(
    [...read].flatMap(([root, notes]) => [...notes].map(([path, note]) => [path, { root, note }])),
  );
  const found = pairs.flatMap(([a, b]) => {
    const [left, right] = [all.get(a), all.get(b)];
    if (!left || !right) return [];
    const root = left.root === right.root ? left.root : shared(left.root, right.root);
    return [{ root, pages: [left.note, right.note] as PagePair }];
  });
  return [...Map.groupBy(found, ({ root }) => root)].map(([root, group]) => ({
    name: basename(root),
    pages: group.map(({ pages }) => pages),
  }));
}

/** The nearest folder above both. */
function shared(a: string, b: string): string {
  let folder = a;
  while (!b.startsWith(folder + sep)) folder = dirname(folder);
  return folder;
}

function progress(what: string, done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${what} ${done} / ${total}`);
}

const clear = () => process.stderr.isTTY && process.stderr.write('\r\u001b[K');
