import * as tokenizers from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Unigram, unigramTables } from './unigram.ts';

const ours = (model: Unigram, word: string) => {
  const out: number[] = [];
  model.encode(word, out);
  return out;
};

interface LibraryModel {
  (words: string[]): string[];
  readonly tokens_to_ids: ReadonlyMap<string, number>;
}

/** Exported by the library, missing from its types. */
const { Unigram: Library } = tokenizers as unknown as {
  Unigram: new (config: object, eos: string) => LibraryModel;
};

/** The library's model, with token strings turned to ids as its Tokenizer does. */
function reference(vocab: [string, number][]) {
  const model = new Library({ type: 'Unigram', vocab, unk_id: 0 }, '</s>');
  return (word: string) => model([word]).map((token) => model.tokens_to_ids.get(token) ?? 0);
}

describe('Unigram', () => {
  const model = new Unigram(
    unigramTables({
      vocab: [
        ['<unk>', 0],
        ['▁', -2],
        ['a', -3],
        ['b', -3],
        ['ab', -4],
        ['▁ab', -7],
        ['😀', -5],
      ],
      unk_id: 0,
    }),
  );

  it('takes the most probable pieces', () => {
    expect(ours(model, '▁ab')).toEqual([1, 4]);
    expect(ours(model, '▁ba')).toEqual([1, 3, 2]);
    expect(ours(model, '')).toEqual([]);
  });

  it('joins a run of unknown characters into one unknown token; a pair of surrogates is one character', () => {
    expect(ours(model, '▁xyza')).toEqual([1, 0, 2]);
    expect(ours(model, '😀😁😁😀')).toEqual([6, 0, 6]);
    expect(ours(model, 'a\ud83da')).toEqual([2, 0, 2]);
  });

  it('gives the ids of the library for any vocabulary and word, ties included', () => {
    const char = fc.constantFrom('a', 'b', '-', '▁', '😀', 'é');
    const piece = fc.tuple(
      fc.string({ unit: char, minLength: 1, maxLength: 4 }),
      fc.integer({ min: -9, max: -1 }),
    );
    const word = fc.string({
      unit: fc.oneof(char, fc.constantFrom('x', '\ud800', '\0', '中')),
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.uniqueArray(piece, { selector: ([p]) => p }), fc.array(word), (pieces, texts) => {
        const vocab: [string, number][] = [
          ['<unk>', 0],
          ...pieces.map(([p, s]): [string, number] => [p, s / 3]),
        ];
        const [mine, theirs] = [new Unigram(unigramTables({ vocab, unk_id: 0 })), reference(vocab)];
        for (const text of texts) expect(ours(mine, text)).toEqual(theirs(text));
      }),
      { numRuns: 300 },
    );
  });

  it('is linear: a word of a million characters is done in seconds', () => {
    const word = 'ab-x'.repeat(250_000);
    const start = performance.now();
    // Each `ab` is one piece, each `-x` one unknown token.
    expect(ours(model, word)).toHaveLength(500_000);
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
