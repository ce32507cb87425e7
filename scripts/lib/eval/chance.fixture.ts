import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asNotePath } from '../../../src/common/ids.ts';
import type { Embedder } from '../../../src/engine/embed/embedder.ts';
import { TinyModel } from '../../../src/engine/search/search.fixture.ts';
import { seeded } from '../../../src/engine/search/vectors/made-vectors.ts';
import { type EvalModel, indexNotes, type SourceNote } from './eval-vault.ts';
import { VectorCache } from './vector-cache.ts';

/** Syllables that words are made of: no word of any language, and none in two notes but by chance. */
const SYLLABLES = ['ba', 'ko', 'mi', 'tu', 'ra', 'le', 'so', 'nu', 'fi', 'da', 'pe', 'go'];

/**
 * Notes in which nothing has to do with anything: words by chance, links by chance. Whoever ranks the linked ones above
 * the others has seen the links.
 */
export function chanceNotes(count: number, links: number, seed = 1): SourceNote[] {
  const random = seeded(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const word = () => Array.from({ length: 4 }, () => pick(SYLLABLES)).join('');
  const names = Array.from({ length: count }, () => `${word()} ${word()}`);
  return names.map((name) => {
    const prose = Array.from({ length: 40 }, word).join(' ');
    const linked = Array.from({ length: links }, () => `[[${pick(names)}]]`).join(' and ');
    const text = `${prose}.\n\n${linked}\n`;
    const times = { size: text.length, mtimeMs: 1, birthtimeMs: 1 };
    const path = asNotePath(`${name}.md`);
    return {
      file: { path, rawPath: Buffer.from(path), kind: 'markdown', ...times },
      content: { text, contentHash: name, encoding: 'utf-8', bom: false, oddities: [], ...times },
    };
  });
}

/** A small model with an empty cache, for an index that an evaluation asks. */
export async function chanceVault(sources: readonly SourceNote[], options: { linksInText: boolean }) {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-chance-'));
  const tiny = new TinyModel();
  const embedder = Object.assign(tiny, {
    model: { id: 'tiny', dimensions: tiny.dimensions },
    staticVector: () => null,
  }) as unknown as Embedder;
  const cache = new VectorCache(join(folder, 'vectors'), tiny.dimensions);
  const model: EvalModel = { embedder, cache, progress: () => {} };
  const vault = await indexNotes(sources, [], model, { ...options, embed: false });
  const close = () => {
    vault.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { vault, model, close };
}
