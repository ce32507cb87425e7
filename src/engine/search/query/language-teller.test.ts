import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, it } from 'vitest';
import { LanguageTeller } from './language-teller.ts';

const open: LanguageTeller[] = [];
const teller = (script?: URL) => {
  const made = new LanguageTeller(script);
  open.push(made);
  return made;
};
afterEach(async () => {
  for (const made of open.splice(0)) await made.close();
});

it('tells each text its language, in order', async () => {
  const { tell } = teller();
  const texts = [
    'el cielo sobre la bahía está despejado',
    'the sky above the bay is clear',
    '深度学习的方法',
    '?',
  ];
  expect(await Promise.all(texts.map(tell))).toEqual(['es', 'en', 'zh', 'und']);
});

it('says that it does not know where its thread ends, and starts another', async () => {
  const dies = new URL(`data:text/javascript,${encodeURIComponent(DIES_ONCE)}`);
  const { tell } = teller(dies);
  expect(await Promise.all([tell('die'), tell('a')])).toEqual(['und', 'und']);
  expect(await tell('a')).toBe('es');
});

it('leaves nobody waiting when it closes', async () => {
  const made = teller();
  const asked = made.tell('el cielo sobre la bahía está despejado');
  await made.close();
  expect(await asked).toBe('und');
  expect(await made.tell('el cielo sobre la bahía está despejado')).toBe('und');
});

it('keeps a process alive while it is asked, and no longer', async () => {
  const code = `
    import { LanguageTeller } from ${JSON.stringify(new URL('./language-teller.ts', import.meta.url).href)};
    console.log(await new LanguageTeller().tell('el cielo sobre la bahía está despejado'));`;
  const folder = mkdtempSync(path.join(tmpdir(), 'portolan-test-'));
  const file = path.join(folder, 'ask.mjs');
  writeFileSync(file, code);
  const { stdout } = await promisify(execFile)(process.execPath, [file]);
  rmSync(folder, { recursive: true });
  expect(stdout.trim()).toBe('es');
});

it('does not keep a question waiting that is still being typed', async () => {
  const { tell, tellAtOnce } = teller();
  const text = 'el cielo sobre la bahía está despejado';
  expect(await tellAtOnce(text)).toBe('und');
  expect(await tell(text)).toBe('es');
  expect(await tellAtOnce(text)).toBe('es');
});

const DIES_ONCE = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', (text) => {
  if (text === 'die') throw new Error('gone');
  parentPort.postMessage('es');
});`;
