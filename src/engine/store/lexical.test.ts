import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Bench, noteWrite } from './store.fixture.ts';
import type { Store } from './types.ts';

let bench: Bench;
let store: Store;
beforeEach(() => {
  bench = new Bench();
  store = bench.open();
});
afterEach(() => bench.close());

/** Writes passages as one note each and returns which of them a question finds, best first. */
function finder(...passages: readonly string[]): (...words: string[]) => string[] {
  passages.forEach((text, i) => {
    store.writeNote(noteWrite(`${i}.md`, { title: 'x', passages: [text] }));
  });
  return (...words) =>
    store.chunks.byIds(store.lexical.match(words, 99).map((m) => m.chunkId)).map((c) => c.text);
}

describe('words', () => {
  test('are found with case and accents folded, either way', () => {
    const find = finder('La Tokenización del texto', 'el corazon', 'Ångström und Straße');
    expect(find('tokenizacion')).toEqual(['La Tokenización del texto']);
    expect(find('CORAZÓN')).toEqual(['el corazon']);
    expect(find('angstrom')).toEqual(find('ÅNGSTRÖM'));
    expect(find('angstrom')).toHaveLength(1);
  });

  test('in other alphabets, full width and ligatures', () => {
    const find = finder('Привет, мой ёж', 'Καλημέρα κόσμε', 'ＡＩ研究', 'ﬁnanzas');
    expect(find('еж')).toHaveLength(1);
    expect(find('мои')).toHaveLength(1);
    expect(find('καλημερα')).toHaveLength(1);
    expect(find('ai')).toEqual(['ＡＩ研究']);
    expect(find('finanzas')).toEqual(['ﬁnanzas']);
  });

  test('any may match; more and rarer ones come first', () => {
    const find = finder('mar y barco', 'mar abierto', 'mar en calma', 'tierra firme');
    expect(find('mar', 'barco')[0]).toBe('mar y barco');
    expect(find('mar', 'barco')).toHaveLength(3);
    expect(find('nada')).toEqual([]);
  });

  test('the last one finds longer words from three letters on', () => {
    const find = finder('transformadores', 'tren');
    expect(find('transf')).toEqual(['transformadores']);
    expect(find('transf', 'y')).toEqual([]);
    expect(find('tr')).toEqual([]);
  });

  test('with marks inside are found as they are written', () => {
    const find = finder('usa foo_bar aquí', 'usa foo y luego bar', 'e-mail de node.js');
    expect(find('foo_bar')).toEqual(['usa foo_bar aquí']);
    expect(find('node.js')).toEqual(['e-mail de node.js']);
  });

  test('of the headings above a passage count too', () => {
    const id = store.writeNote(noteWrite('a.md', { passages: [[['Navegación'], 'texto'], 'otro'] }));
    const [match, ...rest] = store.lexical.match(['navegacion'], 9);
    expect(rest).toEqual([]);
    expect(match).toEqual({ chunkId: store.chunks.ofNote(id)[0]!.id, noteId: id, score: expect.any(Number) });
    expect(match!.score).toBeGreaterThan(0);
  });

  test('are no longer found once the passage has changed', () => {
    const find = finder('velero');
    store.writeNote(noteWrite('0.md', { passages: ['barcaza'] }));
    expect(find('velero')).toEqual([]);
    expect(find('barcaza')).toEqual(['barcaza']);
  });

  test('of which there are too many to rank give way to rarer ones', () => {
    const passages = Array.from({ length: 5200 }, (_, i) => `de ${i === 77 ? 'anclaje' : 'nada'}`);
    store.writeNote(noteWrite('a.md', { passages }));
    expect(store.lexical.match(['de', 'anclaje'], 9)).toHaveLength(1);
    expect(store.lexical.match(['de'], 9)).toHaveLength(9);
  });
});

describe('scripts without spaces', () => {
  test('one, two, three and more characters of Chinese', () => {
    const find = finder('我喜欢深度学习模型', '学习中文', '度假');
    expect(find('学')).toHaveLength(2);
    expect(find('型')).toEqual(['我喜欢深度学习模型']);
    expect(find('学习')).toHaveLength(2);
    expect(find('度学')).toEqual(['我喜欢深度学习模型']);
    expect(find('深度学')).toEqual(['我喜欢深度学习模型']);
    expect(find('习学')).toEqual([]);
    expect(find('学习模型')).toEqual(['我喜欢深度学习模型']);
  });

  test('a sentence finds passages that share parts of it', () => {
    const find = finder('深度学习的方法', '做饭');
    expect(find('如何使用深度学习模型')).toEqual(['深度学习的方法']);
  });

  test('a word of two scripts needs both', () => {
    const find = finder('GPT模型很大', '模型很小', 'GPT is large');
    expect(find('GPT模型')).toEqual(['GPT模型很大']);
    expect(find('模型')).toHaveLength(2);
    expect(find('gpt')).toHaveLength(2);
  });

  test('Japanese, Korean and Thai', () => {
    const find = finder('東京タワーに行く', '한국어를 배우다', 'ภาษาไทยสวยงาม');
    expect(find('タワー')).toEqual(['東京タワーに行く']);
    expect(find('한국어')).toEqual(['한국어를 배우다']);
    expect(find('ไทย')).toEqual(['ภาษาไทยสวยงาม']);
  });
});

describe('titles', () => {
  test('names, aliases, headings and tags find a note; a title weighs more than a heading', () => {
    const inHeading = store.writeNote(noteWrite('a.md', { title: 'Otra', passages: [[['El ancla'], 'x']] }));
    const inTitle = store.writeNote(noteWrite('b.md', { title: 'El ancla' }));
    const ids = (...words: string[]) => store.lexical.matchTitles(words, 9).map((m) => m.noteId);
    expect(ids('ancla')).toEqual([inTitle, inHeading]);
    const c = store.writeNote(
      noteWrite('carpeta/Faro rojo.md', { title: 'T', aliases: ['灯塔'], tags: ['mar/luz'] }),
    );
    for (const word of ['faro', 'f', '灯塔', 'luz']) expect(ids(word)).toEqual([c]);
    expect(ids('carpeta')).toEqual([]);
    store.writeNote(noteWrite('carpeta/Faro rojo.md', { title: 'T' }));
    expect(ids('luz')).toEqual([]);
  });
});

describe('odd questions', () => {
  test.each([
    ['quotes', ['"', '""', 'a"b', "'"]],
    ['operators', ['AND', 'OR', 'NOT', 'NEAR(a b)', '*', 'a*', '^a', '-a', 'text:a', '{a}:b', '(', ')', '+']],
    ['NUL', ['\0', 'ma\0r', 'a\0"']],
    ['nothing', []],
    ['blanks', ['', ' ', '\n', '\u3000']],
    ['a word of 100,000 letters', ['a'.repeat(100_000)]],
    ['a sentence of 100,000 characters', ['深度学习模型'.repeat(20_000)]],
    ['100,000 words', Array.from({ length: 100_000 }, (_, i) => `palabra${i}`)],
    ['emoji and half of one', ['😀', '\ud83d', '\udc00x', '👩‍👩‍👧']],
    ['marks without a letter', ['\u0301', '\u200d', 'ー', '々']],
  ])('%s', (_, words) => {
    store.writeNote(noteWrite('a.md', { passages: ['mar y AND a b 学习 palabra1'] }));
    expect(Array.isArray(store.lexical.match(words, 9))).toBe(true);
    expect(Array.isArray(store.lexical.matchTitles(words, 9))).toBe(true);
  });

  test('any strings at all', () => {
    store.writeNote(noteWrite('a.md', { passages: ['mar y tierra'] }));
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), (words) => {
        store.lexical.match(words, 9);
        store.lexical.matchTitles(words, 9);
      }),
      { numRuns: 300 },
    );
  });

  test('any word of a text finds it', () => {
    const word = fc.stringMatching(/^[a-zñáéíóúüçß0-9一-十あ-ん]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const id = store.writeNote(noteWrite('a.md', { passages: [words.join(' ')] }));
        for (const w of words) expect(store.lexical.match([w, 'zzz'], 9).map((m) => m.noteId)).toEqual([id]);
      }),
      { numRuns: 200 },
    );
  });
});
