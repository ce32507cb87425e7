import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect } from './connection.ts';
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
function finder(...passages: readonly string[]): Find {
  passages.forEach((text, i) => {
    store.writeNote(noteWrite(`${i}.md`, { title: 'x', passages: [text] }));
  });
  const texts = (found: readonly { chunkId: number }[]) =>
    store.chunks.byIds(found.map((m) => m.chunkId)).map((c) => c.text);
  const find = (...words: string[]) => texts(store.lexical.match(words, 99));
  return Object.assign(find, {
    typing: (...words: string[]) => texts(store.lexical.match(words, 99, { prefix: true })),
    phrase: (phrase: string) => texts(store.lexical.phrase(phrase)),
  });
}

interface Find {
  (...words: string[]): string[];
  typing(...words: string[]): string[];
  phrase(phrase: string): string[];
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

  test('the last one finds longer words from three letters on, while it is typed or where it is none itself', () => {
    const find = finder('transformadores', 'tren', 'un trans es otra cosa');
    expect(find('transf')).toEqual(['transformadores']);
    expect(find('transf', 'y')).toEqual([]);
    expect(find('tr')).toEqual([]);
    expect(find('trans')).toEqual(['un trans es otra cosa']);
    expect(find.typing('trans').sort()).toEqual(['transformadores', 'un trans es otra cosa']);
    expect(find.typing('tr')).toEqual([]);
  });

  test('in all their forms, and while they are typed by the form as well', () => {
    const find = finder('las redes neuronales', 'una red', 'luces y voces');
    expect(find('red')).toHaveLength(2);
    expect(find('Redes')).toHaveLength(2);
    expect(find('luz')).toEqual(['luces y voces']);
    for (const typed of ['red', 'rede', 'redes'])
      expect(find.typing(typed)).toContain('las redes neuronales');
    expect(find.typing('luc')).toEqual(['luces y voces']);
  });

  test('are found again after their note turned out to be in another language', () => {
    const sketch = { passages: ['the stories of ships'] };
    const write = noteWrite('a.md', sketch);
    const id = store.writeNote(write);
    expect(store.lexical.match(['story'], 9)).toEqual([]);
    const [chunk] = store.chunks.ofNote(id);
    store.writeNote({ ...write, note: { ...write.note, language: 'en' } });
    expect(store.lexical.match(['story'], 9).map((m) => m.chunkId)).toEqual([chunk!.id]);
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

test('an index whose words were cut by other rules is put right note by note; passages keep their ids', () => {
  const write = noteWrite('a.md', { passages: ['las redes'] });
  const id = store.writeNote(write);
  const [chunk] = store.chunks.ofNote(id);
  store.close();
  const db = connect(bench.file);
  db.exec("UPDATE notes SET words_by = ''; DELETE FROM passage_words");
  db.close();
  store = bench.open();
  expect(store.lexical.match(['red'], 9)).toEqual([]);
  store.writeNote(write);
  expect(store.lexical.match(['red'], 9).map((m) => m.chunkId)).toEqual([chunk!.id]);
});

describe('phrases', () => {
  test('are found in just these forms, whatever case, accents and marks', () => {
    const find = finder('La Red Neuronal aprende', 'las redes neuronales', 'red, neuronal', 'neuronal red');
    expect(find.phrase('réd neuronal')).toEqual(['La Red Neuronal aprende', 'red, neuronal']);
    expect(find.phrase('redes neuronales')).toEqual(['las redes neuronales']);
    expect(find.phrase('ed neuronal')).toEqual([]);
    expect(find.phrase('— ·')).toEqual([]);
  });

  test('in scripts without spaces, within a run and across its end', () => {
    const find = finder('我喜欢深度学习模型', '深度 学习', '度学深');
    expect(find.phrase('深度学习')).toEqual(['我喜欢深度学习模型']);
    expect(find.phrase('深度 学习')).toEqual(['深度 学习']);
    expect(find.phrase('度')).toHaveLength(3);
  });

  test('of names, headings and tags', () => {
    const id = store.writeNote(noteWrite('Un faro.md', { title: 'Ser o no ser', aliases: ['La duda'] }));
    for (const phrase of ['un faro', 'ser o no ser', 'LA DUDA'])
      expect(store.lexical.phraseInTitles(phrase)).toEqual([id]);
    expect(store.lexical.phraseInTitles('no ser o')).toEqual([]);
  });
});

describe('notes that may match', () => {
  test('are found however rarely they say the words', () => {
    const passages = Array.from({ length: 6000 }, () => 'la nota común');
    store.writeNote(noteWrite('larga.md', { passages: [...passages, 'rara'] }));
    const id = store.writeNote(noteWrite('corta.md', { passages: ['una nota común y corriente'] }));
    const found = store.lexical.match(['nota', 'rara'], 5, { keep: (n) => n === id, share: 0.01 });
    expect(found.map((m) => m.noteId)).toEqual([id]);
    expect(store.lexical.matchTitles(['corta', 'larga'], 5, { keep: (n) => n === id })).toHaveLength(1);
  });

  test('of which there are many are ranked by their rarer words, as without a filter', () => {
    const passages = Array.from({ length: 21_000 }, (_, i) => (i === 20_500 ? 'nota única' : 'nota'));
    const id = store.writeNote(noteWrite('a.md', { passages }));
    const found = store.lexical.match(['nota', 'única'], 1, { keep: () => true, share: 1 });
    expect(store.chunks.byIds(found.map((m) => m.chunkId)).map((c) => [c.noteId, c.text])).toEqual([
      [id, 'nota única'],
    ]);
  });

  test('which notes say a word', () => {
    const a = store.writeNote(noteWrite('a.md', { passages: ['redes y más'], title: 'x' }));
    const b = store.writeNote(noteWrite('b.md', { title: 'La Red' }));
    store.writeNote(noteWrite('c.md', { passages: ['rededor'] }));
    expect([...store.lexical.holders('red')]).toEqual([a, b]);
    expect([...store.lexical.holders('—')]).toEqual([]);
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
    const ids = (...words: string[]) =>
      store.lexical.matchTitles(words, 9, { prefix: true }).map((m) => m.noteId);
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
