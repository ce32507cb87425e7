/** A Unigram vocabulary of XLM-R's kind. */
export interface UnigramVocabulary {
  /** Piece and log-probability, by id. */
  readonly pieces: readonly (readonly [piece: string, score: number])[];
  readonly bos: number;
  readonly eos: number;
  readonly pad: number;
  readonly unk: number;
}

/** The library knows nmt_nfkc by heart and reads no map. */
const NMT_NFKC = { type: 'Precompiled', precompiled_charsmap: null };

/**
 * The map keeps the zero-width joiner (a character that the vocabulary does not have), where the library makes it a
 * space and cuts emoji sequences and Indic words in two. A private character, unknown as well, stands in for it.
 */
function keepJoiner(pieces: UnigramVocabulary['pieces']): object {
  const known = new Set<string>();
  for (const [piece] of pieces) for (const match of piece.matchAll(/[\ue000-\uf8ff]/g)) known.add(match[0]);
  let stand = 0xe000;
  while (known.has(String.fromCharCode(stand))) stand++;
  return { type: 'Replace', pattern: { String: '\u200d' }, content: String.fromCharCode(stand) };
}

/**
 * `tokenizer.json` and `tokenizer_config.json` in the Hub's layout for an XLM-R Unigram vocabulary: the nmt_nfkc
 * character map, split on white space, `▁` before each word, `<s>` … `</s>` around the text.
 */
export function xlmRobertaTokenizer(
  vocabulary: UnigramVocabulary,
  window: number,
): { json: unknown; config: unknown } {
  const { pieces, bos, eos, pad, unk } = vocabulary;
  const content = (id: number) => pieces[id]![0];
  const special = (id: number, lstrip = false) => ({
    id,
    content: content(id),
    single_word: false,
    lstrip,
    rstrip: false,
    normalized: false,
    special: true,
  });
  const mask = pieces.findIndex(([piece]) => piece === '<mask>');
  const ids = [bos, pad, eos, unk].sort((a, b) => a - b);
  const metaspace = { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true };
  const token = (id: number) => ({ SpecialToken: { id: content(id), type_id: 0 } });
  const text = (id: 'A' | 'B') => ({ Sequence: { id, type_id: 0 } });
  const named = (id: number) => [content(id), { id: content(id), ids: [id], tokens: [content(id)] }];
  return {
    json: {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: [...ids.map((id) => special(id)), ...(mask < 0 ? [] : [special(mask, true)])],
      normalizer: { type: 'Sequence', normalizers: [keepJoiner(pieces), NMT_NFKC] },
      pre_tokenizer: { type: 'Sequence', pretokenizers: [{ type: 'WhitespaceSplit' }, metaspace] },
      post_processor: {
        type: 'TemplateProcessing',
        single: [token(bos), text('A'), token(eos)],
        pair: [token(bos), text('A'), token(eos), token(eos), text('B'), token(eos)],
        special_tokens: Object.fromEntries([named(bos), named(eos)]),
      },
      decoder: metaspace,
      model: { type: 'Unigram', unk_id: unk, vocab: pieces, byte_fallback: false },
    },
    config: {
      tokenizer_class: 'XLMRobertaTokenizer',
      model_max_length: window,
      bos_token: content(bos),
      eos_token: content(eos),
      cls_token: content(bos),
      sep_token: content(eos),
      pad_token: content(pad),
      unk_token: content(unk),
      ...(mask < 0 ? {} : { mask_token: content(mask) }),
    },
  };
}
