import { describe, expect, it } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import { textHash } from '../base/hash.ts';
import { parse, parseNote } from '../parse/parse.ts';
import { chunkNote } from './chunk-note.ts';

/** A word is a token, as is every mark between words: near enough to how models count, and easy to count by eye. */
const countTokens = (text: string): number => text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)?.length ?? 0;

const note = (text: string, path = 'a.md') => parseNote(asNotePath(path), text);
const chunks = (text: string, options: { budget?: number; targetTokens?: number } = {}) =>
  chunkNote(note(text), { budget: 60, targetTokens: 30, countTokens, ...options });
const words = (n: number, word = 'palabra') => Array.from({ length: n }, (_, i) => `${word}${i}`).join(' ');

describe('packing', () => {
  it('joins small blocks below one heading, and none across headings', () => {
    const found = chunks('intro\n\n# Uno\n\np\n\n- a\n- b\n\n> q\n\n## Dos\n\nr\n');
    expect(found.map((c) => [c.headingPath, c.text])).toEqual([
      [[], 'intro'],
      [['Uno'], 'p\na\nb\nq'],
      [['Uno', 'Dos'], 'r'],
    ]);
    expect(found.map((c) => c.input)).toEqual(['intro', 'Uno\np\na\nb\nq', 'Uno > Dos\nr']);
    expect(found.map((c) => c.ordinal)).toEqual([0, 1, 2]);
  });

  it('fills chunks evenly, so that no crumb is left', () => {
    const found = chunks(Array.from({ length: 8 }, () => words(6)).join('\n\n'));
    expect(found.map((c) => c.tokens)).toEqual([24, 24]);
  });

  it('keeps a block whole that is not much over the target', () => {
    expect(chunks(words(44)).map((c) => c.tokens)).toEqual([44]);
    expect(chunks(words(46)).length).toBe(2);
  });

  it('gives spans of the source and the hash of the input', () => {
    const text = '# H\n\nHola **mundo** [[A|alias]]\n';
    const [chunk] = chunks(text);
    expect(text.slice(chunk!.start, chunk!.end)).toBe('Hola **mundo** [[A|alias]]');
    expect(chunk).toMatchObject({ text: 'Hola mundo alias', input: 'H\nHola mundo alias', tokens: 4 });
    expect(chunk!.hash).toBe(textHash('H\nHola mundo alias'));
  });
});

describe('what properties say', () => {
  const SAID = 'Where ships of all kinds may lie at anchor in winter';

  it('in sentences is the first passage, with its place in the source', () => {
    const text = `---\ntype: place\ndescription: ${SAID}\nauthor: Ana Ruiz\n---\n# H\n\nbody`;
    const [about, body] = chunks(text);
    expect(about).toMatchObject({ ordinal: -1, headingPath: [], text: SAID, input: SAID });
    expect(text.slice(about!.start, about!.end)).toBe(`description: ${SAID}\n`);
    expect(body).toMatchObject({ ordinal: 0, text: 'body' });
  });

  it('stands below the title from frontmatter, or, in a note without a body, below its name', () => {
    expect(chunks(`---\ntitle: T\nx: ${SAID}\n---\nbody`)[0]!.input).toBe(`T\n${SAID}`);
    const bare = chunkNote(note(`---\nx: ${SAID}\n---\n`, 'Harbour.md'), { budget: 60, countTokens });
    expect(bare.map(({ input }) => input)).toEqual([`Harbour\n${SAID}`]);
  });

  it('of several is one passage, cut where the budget is full', () => {
    const text = `---\r\n"a b": ${SAID}\r\nx: 1\r\nc:\r\n  - ${SAID} too\r\n  - ${words(90)}\r\n---\r\nbody`;
    const found = chunks(text);
    expect(found).toHaveLength(2);
    expect(found[0]!.text.split('\n').slice(0, 2)).toEqual([SAID, `${SAID} too`]);
    expect(found[0]!.text.split('\n')[2]).toMatch(/^palabra0 palabra1 /);
    expect(found[0]!.tokens).toBeLessThanOrEqual(45);
    expect(text.slice(found[0]!.start, found[0]!.end)).toMatch(/^"a b": [\s\S]*\n {2}- palabra0.*\r\n$/);
  });

  it('has its place whatever ends the lines', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['---', 'x: 1', `about: ${SAID}`, '---', 'body', 'more'].join(end);
      const [about, ...body] = chunks(text);
      expect(text.slice(about!.start, about!.end)).toBe(`about: ${SAID}${end}`);
      for (const { start } of body) expect(start).toBeGreaterThanOrEqual(about!.end);
    }
  });

  it('in a word or a few is none: many notes have the same', () => {
    expect(chunks('---\ncategory: Roles of people in a project\n---\nbody').map((c) => c.text)).toEqual([
      'body',
    ]);
  });
});

describe('context', () => {
  it('has the title from frontmatter, and the headings; not the name of the file', () => {
    const [titled] = chunks('---\ntitle: T\n---\n# One\n\n## Two\n\ntext');
    expect(titled).toMatchObject({ input: 'T\nOne > Two\ntext', headingPath: ['One', 'Two'] });
    expect(chunkNote(note('text', 'Secret name.md'), { budget: 60, countTokens })[0]!.input).toBe('text');
    expect(chunks('---\ntitle: One\n---\n# One\n\ntext')[0]!.input).toBe('One\ntext');
  });

  it('follows levels, also where some are missing', () => {
    const found = chunks('### a\n\nx\n\n## b\n\nx\n\n#### c\n\nx\n\n### d\n\nx\n');
    expect(found.map((c) => c.headingPath)).toEqual([['a'], ['b'], ['b', 'c'], ['b', 'd']]);
  });

  it('is cut from the outside when it is long', () => {
    const [chunk] = chunks(`# ${words(12, 'a')}\n\n## ${words(8, 'b')}\n\n### c\n\ntext`);
    expect(chunk!.input).toBe(`${words(8, 'b')} > c\ntext`);
    expect(chunk!.headingPath).toHaveLength(3);
  });

  it('leaves nothing of a very long heading out', () => {
    const long = words(300, 'largo');
    const found = chunks(`# ${long}\n\ntexto`);
    const seen = found.map((c) => c.text).join(' ');
    for (const word of long.split(' ')) expect(seen).toContain(word);
    expect(found.at(-1)!.text).toContain('texto');
  });
});

describe('headings with nothing below them', () => {
  it('are text of the heading above them', () => {
    const found = chunks('# T\n\n## Uno\n\n## Dos\n\ntexto\n\n## Tres\n');
    expect(found.map((c) => [c.headingPath, c.text])).toEqual([
      [['T'], 'Uno'],
      [['T', 'Dos'], 'texto'],
      [['T'], 'Tres'],
    ]);
  });

  it('share a chunk', () => {
    expect(chunks('## Tareas\n## Notas\n## Ideas\n').map((c) => c.text)).toEqual(['Tareas\nNotas\nIdeas']);
  });
});

describe('notes without text', () => {
  it.each([
    ['', 'Nota vacía'],
    ['---\naliases: [uno, dos]\n---\n', 'Nota vacía\nuno\ndos'],
    ['---\ntitle: Título\n---\n%% nada %%\n***\n', 'Título'],
    ['![[foto.png]]', 'Nota vacía'],
    ['#\n', 'Nota vacía'],
  ])('are found by their title: %j', (text, input) => {
    const found = chunkNote(note(text, 'x/Nota vacía.md'), { budget: 60, countTokens });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ start: 0, end: 0, text: '', input, ordinal: 0, headingPath: [] });
  });

  it('keep to the budget too', () => {
    const [chunk] = chunkNote(note('', `${words(100, 'x')}.md`), { budget: 20, countTokens });
    expect(chunk!.tokens).toBeLessThanOrEqual(20);
    expect(chunk!.tokens).toBeGreaterThan(5);
  });
});

describe('splitting', () => {
  const rest = (n: number) => words(n, 'resto');

  it('cuts prose between sentences', () => {
    const sentences = Array.from({ length: 9 }, (_, i) => `Frase ${i} ${rest(8)}.`);
    const found = chunks(sentences.join(' '));
    expect(found.length).toBeGreaterThan(2);
    for (const chunk of found) expect(chunk.text).toMatch(/^Frase .*\.$/);
    expect(found.map((c) => c.text).join(' ')).toBe(sentences.join(' '));
  });

  it('cuts lists between items', () => {
    const items = Array.from({ length: 9 }, (_, i) => `- item ${i}. Dos frases ${rest(6)}\n  sigue\n`);
    for (const chunk of chunks(items.join(''))) expect(chunk.text).toMatch(/^item [\s\S]*sigue$/);
  });

  it('cuts tables between rows and repeats the header for the model only', () => {
    const rows = Array.from({ length: 12 }, (_, i) => `| ${i} | ${rest(5)} |`);
    const found = chunks(`| número | texto |\n|---|---|\n${rows.join('\n')}\n`);
    expect(found.length).toBeGreaterThan(2);
    expect(found[0]!.text).toMatch(/^número \| texto\n0 \| /);
    for (const chunk of found.slice(1)) {
      expect(chunk.input).toBe(`número | texto\n${chunk.text}`);
      expect(chunk.text).not.toContain('número');
      expect(chunk.tokens).toBeLessThanOrEqual(60);
    }
  });

  it('cuts code between lines and keeps its indentation', () => {
    const code = Array.from({ length: 30 }, (_, i) => `    line ${i} (x)`).join('\n');
    const found = chunks(`\`\`\`js\n${code}\n\`\`\``);
    expect(found.length).toBeGreaterThan(2);
    expect(found.map((c) => c.text).join('\n')).toBe(code);
  });

  it('cuts words where there are no sentences, and inside a word only where it must', () => {
    for (const chunk of chunks(words(200))) expect(chunk.text).toMatch(/^palabra\d+( palabra\d+)*$/);
    const found = chunkNote(note('x'.repeat(2000)), {
      budget: 100,
      countTokens: (s) => s.length,
      targetTokens: 50,
    });
    expect(found.map((c) => c.text).join('')).toBe('x'.repeat(2000));
    expect(Math.max(...found.map((c) => c.tokens))).toBeLessThanOrEqual(100);
  });

  it('never cuts a grapheme', () => {
    const family = '👨‍👩‍👧‍👦';
    const found = chunkNote(note(family.repeat(100)), {
      budget: 64,
      countTokens: (s) => s.length,
      targetTokens: 30,
    });
    expect(found.length).toBeGreaterThan(10);
    for (const chunk of found) expect(chunk.text.replaceAll(family, '')).toBe('');
  });

  it('does not let one word that counts as one token fill a chunk with megabytes', () => {
    const found = chunkNote(note('x'.repeat(100_000)), { budget: 100, countTokens: () => 1 });
    expect(found.length).toBeGreaterThan(10);
    expect(found.map((c) => c.text).join('')).toHaveLength(100_000);
  });

  it('keeps to the budget with a counter that does not add up', () => {
    const erratic = (s: string) => Math.ceil(s.length / 3) + (s.length % 7) * 3;
    const found = chunkNote(note(`# T\n\n${words(400)}`), { budget: 64, countTokens: erratic });
    expect(found.length).toBeGreaterThan(5);
    for (const chunk of found) expect(chunk.tokens).toBeLessThanOrEqual(64);
  });
});

describe('canvases', () => {
  it('are cut inside their cards, with offsets into the JSON', () => {
    const card = Array.from({ length: 10 }, (_, i) => `Frase "${i}" ${words(8)}.`).join('\n\n');
    const text = JSON.stringify({
      nodes: [
        { type: 'text', text: 'uno' },
        { type: 'text', text: card },
      ],
    });
    const found = chunkNote(parse('canvas', asNotePath('a.canvas'), text), {
      budget: 60,
      targetTokens: 30,
      countTokens,
    });
    expect(found.length).toBeGreaterThan(3);
    for (const chunk of found.slice(1)) {
      expect(chunk.text).toMatch(/^Frase "\d"/);
      expect(JSON.parse(`"${text.slice(chunk.start, chunk.end)}"`)).toContain('Frase');
    }
  });
});

describe('large notes', () => {
  it.each([
    ['paragraphs', 'Una frase corta. Y otra más larga, con comas.\n\n'],
    ['one line', 'Una frase corta. Y otra más larga, con comas. '],
    ['one word', 'abcdefgh'],
    ['Chinese without marks', '这是一个没有标点的很长的句子'],
    ['list items', '- un punto de la lista\n'],
    ['headings', '## Un título\n\ntexto\n\n'],
  ])('take time that grows with their length: half a megabyte of %s', { timeout: 300_000 }, (_, unit) => {
    const large = note(unit.repeat(Math.ceil(5e5 / unit.length)));
    let counted = 0;
    const found = chunkNote(large, {
      budget: 480,
      countTokens: (s) => {
        counted += s.length;
        return Math.ceil(s.length / 4);
      },
    });
    expect(found.length).toBeGreaterThan(350);
    expect(counted).toBeLessThan(large.text.length * 4);
  });
});
