import { existsSync } from 'node:fs';
import path from 'node:path';
import type { EngineOptions } from '../../src/contract/engine-options.ts';
import { type Engine, openEngine } from '../../src/engine/engine.ts';
import { defaultModelsDir, MODEL_IDS } from '../../src/engine/models/catalogue.ts';
import type { TempVault } from './temp-vault.ts';

/** Models that are built on this machine; the fallback always is. */
export const builtModels = MODEL_IDS.filter((id) =>
  existsSync(path.join(defaultModelsDir(), id, 'manifest.json')),
);

/** The small model: for tests that are about something else than the model. */
export const SMALL = 'all-MiniLM-L6-v2';

/** An engine over a test's vault that closes at the end of the test's scope. */
export async function openTestEngine(
  vault: TempVault,
  options: Partial<EngineOptions> = {},
): Promise<Engine & AsyncDisposable> {
  const engine = await openEngine({
    vault: vault.root,
    dataDir: vault.dataDir,
    model: SMALL,
    threads: 1,
    ...options,
  });
  return { ...engine, [Symbol.asyncDispose]: () => engine.close() };
}
