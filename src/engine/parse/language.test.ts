import { describe, expect, it } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import { detectLanguage, withLanguage } from './language.ts';
import { parseNote } from './parse.ts';

describe('detectLanguage', () => {
  it.each([
    ['es', 'La tokenización es el primer paso para que un modelo pueda leer un texto.'],
    ['en', 'Tokenisation is the first step that lets a model read a text.'],
    ['fr', 'La segmentation est la première étape qui permet à un modèle de lire un texte.'],
    ['de', 'Die Zerlegung ist der erste Schritt, damit ein Modell einen Text lesen kann.'],
    ['pt', 'A tokenização é o primeiro passo para que um modelo possa ler um texto.'],
    ['it', 'La suddivisione è il primo passo che permette a un modello di leggere un testo.'],
    ['zh', '分词是模型读取文本的第一步。'],
    ['zh', '用 Obsidian 和 Markdown 写笔记'],
    ['ja', 'これはテキストを読むための最初のステップです。'],
    ['ko', '이것은 텍스트를 읽기 위한 첫 단계입니다.'],
    ['ru', 'Это первый шаг, чтобы модель могла прочитать текст.'],
    ['ar', 'هذه هي الخطوة الأولى حتى يتمكن النموذج من قراءة النص.'],
  ])('%s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each([
    [''],
    ['a'],
    ['ok'],
    ['2024-01-01 12:30'],
    ['https://example.org/un/camino/muy/largo'],
    ['🎉🎉🎉'],
    ['\0\ud800'],
  ])('does not guess at %j', (text) => {
    expect(detectLanguage(text)).toBe('und');
  });
});

describe("a note's language", () => {
  const language = (text: string) => withLanguage(parseNote(asNotePath('a.md'), text)).language;

  it('is that of its prose, not of its code, comments or links', () => {
    expect(
      language(
        '```py\n# this is the code that reads the file and returns the text of it\n```\nEl código lee el archivo entero.',
      ),
    ).toBe('es');
    expect(language('---\ntitle: The title is in English, as are the tags\n---\n')).toBe('und');
  });

  it('is found where the prose comes late', () => {
    expect(
      language(`${'- [[x]]\n'.repeat(50)}\n\nAquí por fin hay una frase en español, con verbos y todo.`),
    ).toBe('es');
  });
});
