import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { FoundModel } from '../../src/engine/models/catalogue.ts';
import { gatherRows, openEmbeddingTable } from '../../src/engine/models/embedding-table.ts';
import { builtModel, encoderOf, openRunner } from './built.ts';
import { cosine } from './vectors.ts';

const run = promisify(execFile);
const emulator = 'qemu-x86_64';

/** An emulated Haswell: AVX2, no VNNI, so that products of bytes are added in 16 bits and saturate there. */
function hasEmulator(): boolean {
  try {
    return process.arch === 'x64' && execFileSync(emulator, ['--version']).length > 0;
  } catch {
    return false;
  }
}

const found = builtModel('all-MiniLM-L6-v2');
const usable = found !== undefined && hasEmulator();
const missing = usable ? '' : ` (left out: needs ${emulator} and the model)`;

it.skipIf(!usable)(
  `8 bits give the same vectors on a CPU without VNNI${missing}`,
  async () => {
    const encode = encoderOf(found!);
    const texts = [
      'Las mareas suben y bajan.',
      'const x = a.map((v) => v * 2);',
      'The tide table was wrong.',
      '',
    ];
    const ids = texts.map((text) => encode(text));
    const folder = mkdtempSync(join(tmpdir(), 'portolan-vnni-'));
    const [input, output] = [join(folder, 'in.json'), join(folder, 'out.json')];
    try {
      writeFileSync(input, JSON.stringify(ids.map((tokens) => embeddingsOf(found!, tokens))));
      const graph = join(found!.dir, found!.manifest.graphs.fast.path);
      const child = fileURLToPath(new URL('./emulated.mjs', import.meta.url));
      // Emulated, compiling JavaScript costs more than it saves.
      await run(emulator, ['-cpu', 'Haswell', process.execPath, '--jitless', child, graph, input, output]);
      const emulated: number[][] = JSON.parse(readFileSync(output, 'utf8'));
      const runner = await openRunner(found!, 'fast');
      const here = await runner.run(ids);
      await runner.close();
      for (const [i, vector] of here.entries())
        expect(cosine(vector, emulated[i]!), texts[i]).toBeGreaterThan(0.99999);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  600_000,
);

function embeddingsOf({ manifest, dir }: FoundModel, ids: readonly number[]) {
  const rows = new Float32Array(ids.length * manifest.dimensions);
  gatherRows(openEmbeddingTable(manifest, dir), ids, rows);
  return { rows: [...rows], dims: [1, ids.length, manifest.dimensions] };
}
