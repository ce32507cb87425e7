import { breathe } from '../../../base/breathe.ts';
import type { TextTools } from '../../../embed/text-tools.ts';
import type { Corpus } from '../../../search/corpus.ts';
import type { ReadBack, RegionNotes } from '../names.ts';
import { dot, unit } from './central.ts';
import { foreignTo } from './said.ts';
import type { NoteTexts } from './texts.ts';

/** Notes that a region is read back from, and characters of each. */
const NOTES = 60;
const CHARACTERS = 1_500;
/** Notes of the language that must say a word: what only one says may be a slip. */
const SAID_BY = 2;
/** Cosine from which on a word is near a region, and the share of the best word's that the others must have. */
const NEAR = 0.36;
const BESIDE = 0.82;
const WORDS = 3;
/** Words that are looked at: the nearest. */
const LOOKED_AT = 24;

interface Entry {
  readonly written: string;
  readonly vector: Float32Array;
}

/**
 * What reads words back from the meaning of regions: the table of word vectors that texts are read in by writes them out
 * again. The words are those of the vault's own notes in the language, whole in the model's vocabulary: words that the
 * person uses, spelled as they are.
 */
export function readBackBy(tools: Pick<TextTools, 'countTokens' | 'staticVector'>): ReadBack {
  const vectorOf = (text: string): Float32Array | null => {
    const codes = tools.staticVector(text);
    return codes && unit(Float32Array.from(codes));
  };
  return async (corpus, texts, all, wanted, language) => {
    const names = new Map<number, string[]>();
    const lexicon = less(
      wordsIn(texts, language).flatMap((written): Entry[] => {
        const vector = tools.countTokens(written) === 1 ? vectorOf(written) : null;
        return vector ? [{ written, vector }] : [];
      }),
    );
    const middles: (RegionNotes & { vector: Float32Array })[] = [];
    for (const region of all) {
      const vectors = region.slots.slice(0, NOTES).flatMap((slot) => vectorOf(textOf(corpus, slot)) ?? []);
      if (vectors.length > 0) middles.push({ ...region, vector: unit(meanOf(vectors)) });
      await breathe();
    }
    if (lexicon.length === 0 || middles.length < 2) return names;
    for (const { id, vector } of less(middles)) {
      if (!wanted.has(id)) continue;
      const near = lexicon
        .map(({ written, vector: word }) => ({ written, cosine: dot(word, vector) }))
        .sort((a, b) => b.cosine - a.cosine)
        .slice(0, LOOKED_AT);
      const least = Math.max(NEAR, BESIDE * near[0]!.cosine);
      const words: string[] = [];
      for (const { written, cosine } of near)
        if (cosine >= least && words.length < WORDS && !words.some((word) => kin(word, written)))
          words.push(written);
      if (words.length > 1) names.set(id, words);
    }
    return names;
  };
}

/** The words of the notes in a language, as most of them write each. */
function wordsIn(texts: NoteTexts, language: string): string[] {
  const notes = new Map<string, Map<string, number>>();
  const isForeign = foreignTo(texts, language);
  for (const slot of texts.slots) {
    if (texts.languageOf(slot) !== language) continue;
    const said = new Map(
      [...texts.text(slot), ...texts.title(slot)].map(({ term, written }) => [term, written]),
    );
    for (const [term, written] of said) {
      if (isForeign(term)) continue;
      const of = notes.get(term) ?? new Map<string, number>();
      const small = written.toLowerCase();
      of.set(small, (of.get(small) ?? 0) + 1);
      notes.set(term, of);
    }
  }
  return [...notes.values()].flatMap((spellings) => {
    const best = [...spellings].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length);
    return best.reduce((sum, [, n]) => sum + n, 0) >= SAID_BY ? [best[0]![0]] : [];
  });
}

function textOf({ notes, source }: Corpus, slot: number): string {
  const id = notes.idOf(slot);
  const chunks = source.chunks.ofNote(id);
  const text = chunks.map((chunk) => chunk.text).join('\n');
  return `${source.notes.byId(id)?.title ?? ''}\n${text.slice(0, CHARACTERS)}`;
}

/** Vectors less what all have in common: words of one language are alike, and so are regions of one vault. */
function less<T extends { readonly vector: Float32Array }>(all: readonly T[]): T[] {
  if (all.length === 0) return [];
  const mean = meanOf(all.map(({ vector }) => vector));
  return all.map((one) => ({ ...one, vector: unit(one.vector.map((x, i) => x - mean[i]!)) }));
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]!.length);
  for (const vector of vectors) for (let i = 0; i < mean.length; i++) mean[i]! += vector[i]! / vectors.length;
  return mean;
}

/** Forms of one word: económico, económica, economía. */
const kin = (a: string, b: string): boolean => a.slice(0, 5) === b.slice(0, 5);
