import { parentPort, workerData } from 'node:worker_threads';
import { createTextTools } from '../../embed/text-tools.ts';
import type { ReadDone, ReaderSetup, ReadJob } from './protocol.ts';
import { type ReadNote, readRows, type Source } from './read-rows.ts';

/**
 * A reader thread: reads, decodes, parses, cuts and counts notes and makes rows of them, so that the engine's thread
 * has only to write. It ends when its port is closed.
 */
const CACHE_BYTES = 8 << 20;

const port = parentPort!;
const { root, tools: setup } = workerData as ReaderSetup;
const tools = createTextTools(setup, CACHE_BYTES);

/** Bytes arrive as plain arrays. */
const asBuffer = (source: Source): Source => ({
  ...source,
  file: { ...source.file, rawPath: Buffer.from(source.file.rawPath) },
});

let before: Promise<unknown> = Promise.resolve();
port.on('message', ({ id, sources }: ReadJob) => {
  before = before.then(async () => {
    const notes: ReadNote[] = [];
    for (const source of sources) notes.push(await readRows(root, asBuffer(source), tools, true));
    port.postMessage({ id, notes } satisfies ReadDone);
  });
});
