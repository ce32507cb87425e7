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
