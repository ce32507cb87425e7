import { asNotePath } from '../../src/common/ids.ts';
import { textHash } from '../../src/engine/base/hash.ts';
import { terms } from '../../src/engine/lexicon/terms.ts';
import { seeded, vectorMaker } from '../../src/engine/search/vectors/made-vectors.ts';
import type { NoteWrite, Store } from '../../src/engine/store/types.ts';

const PASSAGES = 6;
const WORDS = 60;
const VOCABULARY = 60_000;
const LINKS = 4;
/** Notes written in one transaction. */
const TOGETHER = 200;

/** Notes of six passages of 60 words, most of them of the note's topic; every note links to four of its topic. */
export class MadeVault {
  readonly topics: number;
  readonly #notes: number;
  readonly #dimensions: number;
  readonly #seed: number;

  constructor({ chunks, dimensions, seed }: { chunks: number; dimensions: number; seed: number }) {
    this.#notes = Math.ceil(chunks / PASSAGES);
    this.topics = Math.max(20, Math.round(this.#notes / 25));
    this.#dimensions = dimensions;
    this.#seed = seed;
  }

  /** Writes everything; returns the notes' ids. */
  fill(store: Store): number[] {
    const random = seeded(this.#seed);
    const maker = vectorMaker(this.#dimensions, { seed: this.#seed, topics: this.topics });
    const ids: number[] = [];
    const vectors: { hash: string; vector: Float32Array }[] = [];
    const one = (n: number) => {
      const topic = n % this.topics;
      const write = this.#note(n, topic, random);
      ids.push(store.writeNote(write));
      for (const { hash } of write.chunks) vectors.push({ hash, vector: maker.vector(topic) });
    };
    for (let from = 0; from < this.#notes; from += TOGETHER) {
      store.together(() => {
        for (let n = from; n < Math.min(this.#notes, from + TOGETHER); n++) one(n);
      });
      store.vectors.put(vectors.splice(0));
    }
    store.links.resolveAll(({ target }) => ({ toPath: asNotePath(`${target}.md`), attachment: null }));
    return ids;
  }

  /** Two to five words of some topic. */
  question(random: () => number): string {
    const topic = Math.floor(random() * this.topics);
    return Array.from({ length: 2 + Math.floor(random() * 4) }, () => this.#word(topic, random)).join(' ');
  }

  #note(n: number, topic: number, random: () => number): NoteWrite {
    const path = asNotePath(`note-${n}.md`);
    const passages = Array.from({ length: PASSAGES }, () =>
      Array.from({ length: WORDS }, () => this.#word(topic, random)).join(' '),
    );
    const counts = new Map<string, number>();
    for (const term of terms(passages.join(' '))) counts.set(term, (counts.get(term) ?? 0) + 1);
    const times = { size: 1, mtimeMs: n, birthtimeMs: n };
    const links = Array.from({ length: LINKS }, (_, i) => {
      const other = (topic + this.topics * Math.floor(random() * (this.#notes / this.topics))) % this.#notes;
      return { kind: 'wikilink' as const, target: `note-${other}`, start: i, end: i + 1 };
    });
    let at = 0;
    return {
      file: { path, rawPath: Buffer.from(path), kind: 'markdown', ...times },
      content: { contentHash: textHash(path), encoding: 'utf-8', bom: false, ...times },
      note: {
        path,
        text: passages.join('\n'),
        title: `note ${n}`,
        titleFrom: 'filename',
        aliases: [],
        tags: [],
        headings: [],
        links,
        blocks: [],
        comments: [],
        frontmatter: null,
        properties: [],
        language: 'es',
        problems: [],
      },
      chunks: passages.map((text, ordinal) => {
        const start = at;
        at += text.length + 1;
        const span = { start, end: start + text.length };
        return {
          ordinal,
          ...span,
          headingPath: [],
          text,
          input: text,
          tokens: WORDS,
          hash: textHash(`${n} ${ordinal} ${text}`),
        };
      }),
      terms: counts,
      forms: [],
      oddities: [],
    };
  }

  /** By Zipf's law; two words in five belong to the topic. */
  #word(topic: number, random: () => number): string {
    const rank = Math.floor(VOCABULARY ** random());
    return random() < 0.4 ? `t${topic}w${rank % 40}` : `p${rank}`;
  }
}
