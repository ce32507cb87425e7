/** Indexes a vault in a process of its own, so that the peak memory is that of the engine alone. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { openEngine } from '../../src/engine/engine.ts';

export interface Task {
  readonly vault: string;
  readonly dataDir: string;
  readonly model?: string;
  readonly what: 'index' | 'edit';
}

export interface Measured {
  readonly model: string;
  readonly database: string;
  readonly notes: number;
  readonly passages: number;
  readonly embedded: number;
  /** From the start of the process's work to an engine that answers. */
  readonly openSeconds: number;
  /** Until every note was found by its words and its static vectors. */
  readonly readSeconds: number;
  readonly seconds: number;
  /** Bytes. */
  readonly peakRss: number;
  /** From the save to an answer of `related` that shows it. */
  readonly editSeconds?: number;
  /** From the beginning to the first answer of `related`: index opened, vault checked, everything in memory. */
  readonly questionSeconds?: number;
}

const task = JSON.parse(process.argv[2]!) as Task;
const start = performance.now();
const since = (t: number) => (performance.now() - t) / 1000;
const engine = await openEngine({ ...task, watch: task.what === 'edit' });
const openSeconds = since(start);
let readSeconds = 0;
const follow = (async () => {
  for await (const p of await engine.client.progress())
    if (p.phase === 'embedding' && readSeconds === 0) readSeconds = since(start);
})();
follow.catch(() => {});
const done = await engine.client.index();
const questionSeconds = task.what === 'edit' ? await firstQuestion() : undefined;
const editSeconds = task.what === 'edit' ? await edit() : undefined;
const status = await engine.client.status();
process.send!({
  model: `${status.model.id} (${status.model.precision})`,
  database: status.database,
  notes: status.counts.notes,
  passages: status.counts.chunks,
  embedded: done.embedded,
  openSeconds,
  readSeconds,
  seconds: done.seconds,
  peakRss: process.resourceUsage().maxRSS * 1024,
  ...(editSeconds === undefined ? {} : { editSeconds }),
  ...(questionSeconds === undefined ? {} : { questionSeconds }),
} satisfies Measured);
await engine.close();
process.exit(0);

/** Asks for the neighbours of some note, as whoever then edits has one open. */
async function firstQuestion(): Promise<number> {
  const { hits } = await engine.client.search({ query: 'compass', meaning: false });
  if (hits[0]) await engine.client.related({ note: hits[0].note.path });
  return since(start);
}

/** Saves a new note beside the others and asks for its neighbours until it is known, vectors and all. */
async function edit(): Promise<number> {
  const name = 'portolan bench edit.md';
  const saved = performance.now();
  writeFileSync(
    path.join(task.vault, name),
    '# Bench edit\n\nThe needle of the compass points to magnetic north at sea.\n',
  );
  for (;;) {
    const answer = await engine.client.related({ note: name }).catch(() => null);
    if (answer?.results.some((r) => r.evidence.length > 0)) return since(saved);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
