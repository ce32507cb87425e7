import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTextTools, type OpenTextTools, openTextTools } from '../embed/text-tools.ts';
import { buildModel } from '../models/build-model.ts';
import { findModel } from '../models/catalogue.ts';
import { TINY_CARD, tinyIngredients } from '../models/fixtures/tiny.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/types.ts';
import { scanVault } from '../vault/scanner.ts';
import { DiskVault } from '../vault/vault.fixture.ts';
import type { Plan } from './plan.ts';
import { NoteReader } from './reading/note-reader.ts';
import { StaticWeights } from './static-weights.ts';

let modelsDir = '';
beforeAll(async () => {
  modelsDir = mkdtempSync(join(tmpdir(), 'portolan-weights-'));
  const texts = { titles: ['tea', 'sea'], oddities: [''] };
  await buildModel(TINY_CARD, tinyIngredients(), { modelsDir, texts });
}, 60_000);
afterAll(() => rmSync(modelsDir, { recursive: true, force: true }));

/** A vault that is opened as a process of its own opens it. */
class World {
  readonly vault: DiskVault;
  readonly store: Store;
  tools!: OpenTextTools;
  reader!: NoteReader;
  weights!: StaticWeights;
  told = 0;

  constructor(notes: number, store?: Store) {
    this.vault = new DiskVault(
      Object.fromEntries(Array.from({ length: notes }, (_, i) => [`${i}.md`, `tea tea ${WORDS[i % 9]}`])),
    );
    const model = { id: 'tiny', dimensions: 64, fingerprint: 'tiny' };
    this.store = store ?? openStore({ file: join(this.vault.root, '.index', 'index.db'), model });
    this.start();
  }

  /** Nothing is left of the process before but what it wrote. */
  start(): void {
    const setup = openTextTools(findModel({ modelsDir, id: 'tiny' }));
    setup.static.weights.fill(1);
    this.tools = createTextTools(setup);
    const tools = async () => this.tools;
    this.reader = new NoteReader({ root: this.vault.root, tools, threads: 1 });
    const listener = { staticsChanged: () => this.told++ };
    this.weights = new StaticWeights({ store: this.store, reader: this.reader, tools, listener });
  }

  async plan(part: Partial<Plan> = {}): Promise<Plan> {
    const { notes } = await scanVault(this.vault.root);
    return { read: notes, gone: [], unchanged: 0, reread: false, again: new Set(), ...part };
  }

  async write(plan: Plan): Promise<void> {
    const sources = plan.read.map((file) => ({ file, known: null }));
    for (const note of await this.reader.read(sources, false))
      if (note.kind === 'rows') this.store.writeRows(note.rows);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.reader.rest();
    this.store.close();
    this.vault[Symbol.dispose]();
  }
}

const WORDS = ['sea', 'hill', 'bee', 'wind', 'rain', 'sun', 'moon', 'tree', 'stone'];
const all = () => true;
const made = (store: Store) => [...store.statics.each()].length;

describe('weights of tokens by a vault’s own counts', () => {
  let world: World;
  beforeEach(() => () => world[Symbol.asyncDispose]());

  it('are counted before the first notes are read, and what is written is of them', async () => {
    world = new World(40);
    const plan = await world.plan();
    world.weights.sees(plan);
    await world.weights.beforeReading(plan, undefined);
    const counts = world.store.statics.counts()!;
    expect(counts.notes).toBe(40);
    const { tokenizer, setup } = world.tools;
    const [often] = tokenizer.encode('tea');
    expect(counts.counts[often!]).toBeGreaterThanOrEqual(80);
    expect(setup.static.weights[often!]).toBe(Math.min(...setup.static.weights));
    expect(world.tools.staticBasis()).toBe(counts.id);
    await world.write(plan);
    expect([made(world.store), world.store.statics.outdated(-1, 9)]).toEqual([40, []]);
    await world.weights.renew(all);
    expect([world.store.statics.counts()!.id, world.told]).toEqual([counts.id, 0]);
  });

  it('are not counted for a few notes; when passages wait for the model, the index is counted and weighed anew', async () => {
    world = new World(12);
    const plan = await world.plan();
    world.weights.sees(plan);
    await world.weights.beforeReading(plan, undefined);
    expect(world.store.statics.counts()).toBeNull();
    await world.write(plan);
    const before = [...world.store.statics.each()].map(({ vector }) => [...vector]);
    await world.weights.renew(all);
    expect([world.store.statics.counts()?.notes, made(world.store), world.told]).toEqual([12, 12, 1]);
    const after = [...world.store.statics.each()].map(({ vector }) => [...vector]);
    expect(after).not.toEqual(before);
    const { input } = world.store.vectors.pending(1)[0]!;
    expect(after).toContainEqual([...world.tools.staticVector(input)!]);
  });

  it('are left as they are while the model has read everything', async () => {
    world = new World(12);
    const plan = await world.plan();
    world.weights.sees(plan);
    await world.weights.beforeReading(plan, undefined);
    await world.write(plan);
    const vector = new Float32Array(64).fill(1 / 8);
    world.store.vectors.put(world.store.vectors.pending(100).map(({ hash }) => ({ hash, vector })));
    await world.weights.renew(all);
    expect([world.store.statics.counts(), world.told]).toEqual([null, 0]);
  });

  it('are counted anew in a vault of four times the notes, and not before', async () => {
    world = new World(40);
    const plan = await world.plan();
    const few = { ...plan, read: plan.read.slice(0, 33) };
    world.weights.sees(few);
    await world.weights.beforeReading(few, undefined);
    const first = world.store.statics.counts()!;
    expect(first.notes).toBe(33);
    await world.write(plan);
    world.weights.sees({ ...plan, read: [], unchanged: 131 });
    await world.weights.renew(all);
    expect(world.store.statics.counts()!.id).toBe(first.id);
    world.weights.sees({ ...plan, read: [], unchanged: 132 });
    await world.weights.renew(all);
    expect(world.store.statics.counts()).toMatchObject({ notes: 132 });
    expect([made(world.store), world.told]).toEqual([40, 1]);
  });

  it('are never mixed: what a killed process had not made anew is not read, and is made next time', async () => {
    world = new World(150);
    const plan = await world.plan();
    await world.write(plan);
    world.weights.sees({ ...plan, read: [], unchanged: 150 });
    await world.weights.renew(() => false);
    const some = made(world.store);
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(150);
    expect(world.told).toBe(0);
    await world.reader.rest();
    world.start();
    const { weighBy } = await import('../embed/static/static-encoder.ts');
    weighBy(world.tools.setup.static, world.store.statics.counts()!);
    await world.weights.renew(all);
    expect([made(world.store), world.told]).toEqual([150, 1]);
  });
});
