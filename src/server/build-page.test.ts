import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensurePage } from './build-page.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'portolan-page-'));
  symlinkSync(path.join(import.meta.dirname, '../../node_modules'), path.join(root, 'node_modules'));
  write('src/renderer/index.html', '<!doctype html><script type="module" src="./main.ts"></script>');
  write('src/renderer/main.ts', 'document.title = "one";');
  const config = {
    root: 'src/renderer',
    base: './',
    build: { outDir: '../../out/renderer', emptyOutDir: true },
  };
  write('vite.renderer.config.ts', `export default ${JSON.stringify(config)}`);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (file: string, text: string) => {
  const at = path.join(root, file);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, text);
};
/** Makes sure of the page; says whether it was built for that, and what its script is. */
const ensure = async () => {
  let built = false;
  const page = await ensurePage(root, () => {
    built = true;
  });
  const assets = path.join(page, 'assets');
  const script = readdirSync(assets).map((name) => readFileSync(path.join(assets, name), 'utf8'));
  return { built, script: script.join() };
};

describe('the page', { timeout: 60_000 }, () => {
  it('is built where it is missing, and again only when its sources are others', async () => {
    expect(await ensure()).toMatchObject({ built: true, script: expect.stringContaining('one') });
    expect((await ensure()).built).toBe(false);
    write('src/renderer/main.test.ts', 'a test is no part of it');
    expect((await ensure()).built).toBe(false);
    write('src/renderer/main.ts', 'document.title = "two";');
    const { built, script } = await ensure();
    expect(built).toBe(true);
    expect(script).toContain('two');
    expect(script).not.toContain('one');
    expect(readdirSync(path.join(root, 'out'))).toEqual(['renderer']);
  });

  it('is built by two at once without harm', async () => {
    const pages = await Promise.all([ensurePage(root), ensurePage(root)]);
    expect(new Set(pages).size).toBe(1);
    expect(await ensure()).toMatchObject({ built: false, script: expect.stringContaining('one') });
  });

  it('is not replaced by one that cannot be built, and the reason is told', async () => {
    await ensure();
    write('src/renderer/main.ts', 'import { gone } from "./gone.ts"; gone();');
    await expect(ensurePage(root)).rejects.toMatchObject({
      code: 'PAGE_MISSING',
      params: { reason: expect.stringContaining('gone') },
    });
    write('src/renderer/main.ts', 'document.title = "one";');
    expect((await ensure()).built).toBe(false);
  });

  it('is taken as it came where there are no sources', async () => {
    rmSync(path.join(root, 'src'), { recursive: true });
    expect(await ensurePage(root)).toBe(path.join(root, 'out', 'renderer'));
  });
});
