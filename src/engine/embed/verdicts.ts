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
export const readVerdicts = (stateDir: string): Verdicts => readKept(stateDir, FILE, Verdicts);

/** Remembers one measurement. A folder that cannot be written costs only another measurement next time. */
export const writeVerdict = (stateDir: string, key: string, verdict: Verdicts[string]): void =>
  writeKept(stateDir, FILE, Verdicts, key, verdict);

/** A file of values by key; empty when it is missing or damaged. */
export function readKept<T>(
  stateDir: string,
  file: string,
  schema: z.ZodType<Record<string, T>>,
): Record<string, T> {
  try {
    return schema.parse(JSON.parse(readFileSync(join(stateDir, file), 'utf8')));
  } catch {
    return {};
  }
}

/** Keeps one value more, in a file of values by key; nothing where it cannot be written. */
export function writeKept<T>(
  stateDir: string,
  file: string,
  schema: z.ZodType<Record<string, T>>,
  key: string,
  value: T,
): void {
  const draft = join(stateDir, `${file}.${process.pid}`);
  try {
    mkdirSync(stateDir, { recursive: true });
    const all = { ...readKept(stateDir, file, schema), [key]: value };
    writeFileSync(draft, `${JSON.stringify(all, null, 2)}\n`);
    renameSync(draft, join(stateDir, file));
  } catch {
    rmSync(draft, { force: true });
  }
}
