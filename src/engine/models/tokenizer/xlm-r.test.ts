import { Tokenizer } from '@huggingface/tokenizers';
import { describe, expect, it } from 'vitest';
import { xlmRobertaTokenizer } from './xlm-r.ts';

const pieces: [string, number][] = [
  ['<s>', 0],
  ['<pad>', 0],
  ['</s>', 0],
  ['<unk>', 0],
  ['▁', -1],
  ['▁mar', -2],
  ['ea', -3],
  ['▁A', -4],
  ['fi', -4],
  ['\ue000', -5],
  ['👩', -5],
  ['💻', -5],
  ['<mask>', 0],
];
const { json, config } = xlmRobertaTokenizer({ pieces, bos: 0, eos: 2, pad: 1, unk: 3 }, 512);
const tokenizer = new Tokenizer(JSON.parse(JSON.stringify(json)), config as object);
const ids = (text: string) => tokenizer.encode(text).ids;

describe('the frame around an XLM-R vocabulary', () => {
  it('puts <s> and </s> around a text, and ▁ before each word', () => {
    expect(ids('marea mar')).toEqual([0, 5, 6, 5, 2]);
    expect(ids('')).toEqual([0, 2]);
  });

  it('reads any white space as one', () => {
    expect(ids(' \t mar\n\u00a0\u3000mar ')).toEqual(ids('mar mar'));
  });

  it('normalises compatibility characters', () => {
    expect(ids('Ａ ﬁ')).toEqual([0, 7, 4, 8, 2]);
  });

  it('keeps the joiner of emoji as one unknown character', () => {
    expect(ids('👩\u200d💻')).toEqual([0, 4, 10, 3, 11, 2]);
  });

  it('stands no known character in for the joiner', () => {
    expect(ids('\ue000')).toEqual([0, 4, 9, 2]);
    expect(ids('\u200d')).toEqual([0, 4, 3, 2]);
  });

  it('knows the special tokens as such', () => {
    expect(ids('<mask>')).toEqual([0, 12, 2]);
    expect(config).toMatchObject({ pad_token: '<pad>', unk_token: '<unk>', model_max_length: 512 });
  });
});
