import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, cpus } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { ModelManifest } from '../models/manifest.ts';

const FILE = 'precision.json';
const speed = z.number().positive();
/** Tokens per millisecond by precision, keyed by `machineKey`. */
const Verdicts = z.record(z.string(), z.object({ full: speed, fast: speed }));
export type Verdicts = z.infer<typeof Verdicts>;

/** What a measurement holds for: this processor, this runtime, these graphs. */
export function machineKey({ id, graphs }: ModelManifest): string {
  const runtime = createRequire(import.meta.url)('onnxruntime-node/package.json') as { version: string };
  const sha = [graphs.full, graphs.fast].map((graph) => graph.sha256.slice(0, 12)).join('+');
  return [id, sha, arch(), cpus()[0]?.model ?? 'unknown', `onnxruntime ${runtime.version}`].join(' | ');
}

/** What was measured before; nothing when the file is missing or damaged. */
export function readVerdicts(stateDir: string): Verdicts {
  try {
    return Verdicts.parse(JSON.parse(readFileSync(join(stateDir, FILE), 'utf8')));
  } catch {
    return {};
  }
}

/** Remembers one measurement. A folder that cannot be written costs only another measurement next time. */
export function writeVerdict(stateDir: string, key: string, verdict: Verdicts[string]): void {
  const draft = join(stateDir, `${FILE}.${process.pid}`);
  try {
    mkdirSync(stateDir, { recursive: true });
    writeFileSync(draft, `${JSON.stringify({ ...readVerdicts(stateDir), [key]: verdict }, null, 2)}\n`);
    renameSync(draft, join(stateDir, FILE));
  } catch {
    rmSync(draft, { force: true });
  }
}
