/** A process of its own that indexes a vault until it is killed: `node indexing-child.ts VAULT DATA MODEL`. */
import { openEngine } from '../../src/engine/engine.ts';

const [vault, dataDir, model] = process.argv.slice(2);
const engine = await openEngine({ vault: vault!, dataDir: dataDir!, model: model!, threads: 1 });
process.send?.({ writer: (await engine.client.status()).writer });
for await (const progress of await engine.client.progress()) {
  process.send?.({ phase: progress.phase, done: progress.notes.done, embedded: progress.passages.embedded });
  if (progress.phase === 'idle' && progress.notes.total === 0) void run();
}

async function run(): Promise<void> {
  process.send?.({ result: await engine.client.index() });
}
