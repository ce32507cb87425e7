import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../common/text.ts';
import { noteTerms, writtenBy } from './note-terms.ts';
import { terms } from './terms.ts';

describe('terms', () => {
  it.each([
    ['Tokenización, ATENCIÓN; ¿Qué?', ['tokenizacion', 'atencion', 'que']],
    ["l'eau don’t", ['l', 'eau', 'don', 't']],
    ['co-op #tag/sub @x', ['co', 'op', 'tag', 'sub', 'x']],
    [
      '3.14 1,000 1,000.5 3,14 2024-01-05 v1.2',
      ['3.14', '1000', '1000.5', '3.14', '2024', '01', '05', 'v1', '2'],
    ],
    ['GPT4 4o 10km', ['gpt4', '4o', '10km']],
    ['get_user_name getUserName', ['get', 'user', 'name', 'getusername', 'get', 'user', 'name']],
    [
      'JavaScript iPhone parseHTMLDocument',
      ['javascript', 'iphone', 'parsehtmldocument', 'parse', 'html', 'document'],
    ],
    ['ｆｕｌｌ ﬁn ①', ['full', 'fin', '1']],
    ['注意力机制 中', ['注意', '意力', '力机', '机制', '中']],
    ['がくせい', ['がく', 'くせ', 'せい']],
    ['한국어', ['한국', '국어']],
    ['用BERT模型', ['用', 'bert', '模型']],
    ['Ёлка й', ['елка', 'и']],
    ['हिन्दी', ['हिन्दी']],
    ['كِتَاب', ['كتاب']],
    ['😀 … — \0 \ud800', []],
    [`${'a'.repeat(65)} ${'b'.repeat(64)}`, ['b'.repeat(64)]],
    ['', []],
  ])('%j', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('does not depend on case, accents or normal form', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Árbol', 'niño', '中文', 'x1', 'É', ' ', '-'), { maxLength: 12 }),
        (parts) => {
          const text = parts.join(' ');
          expect(terms(text.normalize('NFD'))).toEqual(terms(text));
          expect(terms(text.toUpperCase())).toEqual(terms(text));
        },
      ),
    );
  });

  it('gives folded terms without blanks for any text, in time that grows with its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const term of terms(text)) {
          expect(term).toMatch(/^\S+$/);
          expect(terms(fold(term)).length).toBeGreaterThan(0);
        }
      }),
    );
    expect(terms('a'.repeat(1_000_000))).toEqual([]);
    expect(terms('中'.repeat(100_000))).toHaveLength(99_999);
    expect(terms('1,'.repeat(100_000))).toEqual([]);
  });
});

describe('words of a language', () => {
  it.each([
    ['es', 'las redes de la niña', ['red', 'nina']],
    ['en', "the boxes, stories and ships that aren't here", ['box', 'story', 'ship']],
    ['fr', "l'idée, les idées des chevaux", ['idee', 'idee', 'cheval']],
    ['de', 'die Häuser der Kinder', ['haus', 'kind']],
    ['pt', 'as imagens dos animais', ['imagen', 'animal']],
    ['it', "l'amica e gli amici", ['amic', 'amic']],
    ['nl', 'de netten van de mensen', ['de', 'netten', 'van', 'de', 'mensen']],
    ['zh', '的深度', ['的深', '深度']],
  ])('%s: %s', (language, text, expected) => {
    expect(terms(text, language)).toEqual(expected);
  });

  it.each([
    [
      'es',
      'red redes',
      'luz luces',
      'clase clases',
      'inglés ingleses',
      'país países',
      'token tokens',
      'joven jóvenes',
    ],
    [
      'en',
      'box boxes',
      'cache caches',
      'movie movies',
      'hero heroes',
      'match matches',
      'status',
      'glass glasses',
    ],
    ['fr', 'cheval chevaux', 'jeu jeux', 'eau eaux', 'grand grande grands grandes', 'temps', 'idée idées'],
    [
      'de',
      'Haus Hauses Häuser',
      'Kind Kinder Kindern',
      'Auto Autos',
      'Netz Netze Netzen',
      'Straße Straßen Strasse',
    ],
    ['pt', 'ação ações', 'animal animais', 'imagem imagens', 'mar mares', 'papel papéis', 'link links'],
    ['it', 'libro libri', 'amica amiche amico amici', 'studio studi', 'luogo luoghi', 'casa case'],
  ])('%s: forms of one word have one stem', (language, ...families) => {
    const stems = families.map((family) => new Set(terms(family, language)));
    for (const [i, family] of stems.entries()) expect([families[i], family.size]).toEqual([families[i], 1]);
    expect(new Set(stems.flatMap((family) => [...family])).size).toBe(families.length);
  });

  it('a stem is stemmed no further than once or twice, and never to nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('de', 'en', 'es', 'fr', 'it', 'pt'),
        fc.stringMatching(/^[a-z]{1,16}$/),
        (l, w) => {
          for (const term of terms(w, l)) {
            expect(term.length).toBeGreaterThanOrEqual(Math.min(2, w.length));
            expect(term.length).toBeLessThanOrEqual(w.length + 1);
          }
        },
      ),
    );
  });

  it('accents tell a stop word from another: te, té', () => {
    expect(terms('te doy té verde', 'es')).toEqual(['doy', 'te', 'verd']);
  });

  it('identifiers keep their parts', () => {
    expect(terms('getUserNames', 'en')).toEqual(['getusername', 'user', 'name']);
  });
});

describe('noteTerms', () => {
  it('counts the title twice', () => {
    const { terms } = noteTerms({ title: 'Redes neuronales', language: 'es' }, 'Las redes, la red.');
    expect([...terms]).toEqual([
      ['red', 4],
      ['neuronal', 2],
    ]);
  });

  it('remembers how the note writes what is no word by itself', () => {
    const { terms, forms } = noteTerms(
      { title: 'Océanos', language: 'es' },
      'El océano y el mar; los mares.',
    );
    expect(forms).toEqual(['océano', 'mares']);
    const written = writtenBy(forms, 'es');
    expect([...terms.keys()].map(written)).toEqual(['océano', 'mares']);
  });
});
