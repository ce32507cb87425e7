import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { About } from '../contract/host.ts';

/** Models that can be had by `npm run models`, best first; `test/host/models.test.ts` compares them with the engine's. */
export const KNOWN_MODELS = [
  { id: 'multilingual-e5-small', name: 'multilingual-e5-small' },
  { id: 'all-MiniLM-L6-v2', name: 'all-MiniLM-L6-v2' },
] as const;

/** The known models and any others at hand, and which are installed. */
export async function listModels(modelsDir: string): Promise<About['models']> {
  const folders = await readdir(modelsDir).catch(() => []);
  const names = new Map<string, string>();
  for (const id of folders) {
    const name = await nameIn(path.join(modelsDir, id, 'manifest.json'), id);
    if (name) names.set(id, name);
  }
  const known = KNOWN_MODELS.map(({ id, name }) => ({
    id,
    name: names.get(id) ?? name,
    installed: names.has(id),
  }));
  const others = [...names].filter(([id]) => !KNOWN_MODELS.some((model) => model.id === id));
  return [...known, ...others.map(([id, name]) => ({ id, name, installed: true }))];
}

async function nameIn(manifest: string, id: string): Promise<string | null> {
  try {
    const found = JSON.parse(await readFile(manifest, 'utf8'));
    return found.id === id ? String(found.name ?? id) : null;
  } catch {
    return null;
  }
}
