import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { PortolanError, reasonParams } from '../../common/errors.ts';
import type { DownloadOptions } from './fetch/download.ts';
import { fetchFromHub } from './fetch/hub.ts';
import type { Ingredients, ModelCard } from './recipe.ts';
import { xlmRobertaTokenizer } from './tokenizer/xlm-r.ts';
import { BertConfig, bertEncoder, roundedToQ4 } from './weights/bert.ts';
import { openSafetensors } from './weights/safetensors.ts';

/** The part of an XLM-R `tokenizer.json` that is taken over; the frame around it is ours. */
const UnigramJson = z.object({
  model: z.object({ type: z.literal('Unigram'), vocab: z.array(z.tuple([z.string(), z.number()])) }),
});

/**
 * A BERT with an XLM-R vocabulary from a repository on the Hub, its matrices rounded to Q4_0 as those of the
 * package. Downloads stay in `folder`. Rejects with DOWNLOAD_FAILED, DOWNLOAD_DAMAGED, CANCELLED.
 */
export async function hubIngredients(
  card: ModelCard,
  repository: string,
  folder: string,
  options: DownloadOptions = {},
): Promise<Ingredients> {
  // Small files first: a mirror that lacks one is found out at once.
  const fetched = [];
  for (const file of ['config.json', 'tokenizer.json', 'model.safetensors'])
    fetched.push(await fetchFromHub(repository, 'main', file, folder, options));
  const [config, tokenizer, weights] = fetched as [Fetched, Fetched, Fetched];
  try {
    const encoder = bertEncoder(
      roundedToQ4(openSafetensors(weights.path)),
      BertConfig.parse(json(config.path)),
    );
    if (encoder.config.dimensions !== card.dimensions)
      throw new RangeError(`it has ${encoder.config.dimensions} dimensions, not ${card.dimensions}`);
    const pieces = UnigramJson.parse(json(tokenizer.path)).model.vocab;
    const id = (piece: string) => pieces.findIndex(([known]) => known === piece);
    const [bos, pad, eos, unk] = [id('<s>'), id('<pad>'), id('</s>'), id('<unk>')];
    if (Math.min(bos, pad, eos, unk) < 0) throw new RangeError('its tokenizer lacks a special token');
    return {
      encoder,
      tokenizer: { ...xlmRobertaTokenizer({ pieces, bos, eos, pad, unk }, card.window), padId: pad },
      source: `Hugging Face Hub, ${repository}, model.safetensors rounded to 4 bits, SHA-256 ${weights.sha256}`,
    };
  } catch (cause) {
    const url = `hub:${repository}`;
    throw new PortolanError('DOWNLOAD_FAILED', { url, ...reasonParams(cause) }, { cause });
  }
}

type Fetched = Awaited<ReturnType<typeof fetchFromHub>>;

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
