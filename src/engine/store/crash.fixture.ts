import { writeSync } from 'node:fs';
import { textHash } from '../base/hash.ts';
import { openStore } from './open.ts';
import { MODEL, noteWrite, vectorOf } from './store.fixture.ts';

/** A process that writes to the index in its first argument until it is killed, and says each step that is done. */
const store = openStore({ file: process.argv[2]!, model: MODEL });
const from = Number(process.argv[3]);

for (let i = from; ; i++) {
  const passages = Array.from(
    { length: 1 + (i % 7) },
    (_, n) => `paso ${i} parte ${n} ${'agua '.repeat(i % 60)}`,
  );
  const write = noteWrite(`${i % 20}.md`, {
    passages: [`paso ${i}`, 'siempre', ...passages],
    links: ['1', '2'],
    terms: { paso: i },
  });
  const id = store.writeNote(write);
  store.vectors.put(passages.map((text) => ({ hash: textHash(text), vector: vectorOf(text) })));
  if (i % 11 === 3) store.removeNote(id);
  if (i % 13 === 5) store.links.resolveAll(() => ({ toPath: write.file.path, attachment: null }));
  if (i % 17 === 7) store.sweep(4096);
  writeSync(1, `${i}\n`);
}
