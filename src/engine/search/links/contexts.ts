import { baseName } from '../../../common/ids.ts';
import { breathe } from '../../base/breathe.ts';
import type { ChunkRecord, LinkRecord } from '../../store/types.ts';
import type { Corpus } from '../corpus.ts';
import type { TermVector } from '../words/word-index.ts';
import { countsOf, type Piece, piecesOf, SHORT_LINE } from './pieces.ts';

/** A context of fewer different words says nothing: 'see also', 'more in'. */
const LEAST_WORDS = 3;
/** A note with more links, such as an index of the whole vault, has this many looked at. */
const MOST_LINKS = 500;
/** A word that stands in more contexts than these tells little of any, and going through them all would take long. */
const MOST_HOLDERS = 200;
/** Sentences that share less are alike by chance. */
const LEAST_COSINE = 0.1;
/** Contexts that are kept; what a larger vault says elsewhere is not looked at, so that a change stays cheap. */
const MOST_CONTEXTS = 100_000;
/** Changed notes that whoever ranks takes in at once; more are taken in by whoever can wait. */
const AT_ONCE = 256;
/** Changed notes that a question waits for, about half a second; of more, an answer says nothing until they are read. */
const WAITED_FOR = 4000;

interface Context {
  readonly from: number;
  readonly to: number;
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

/** A note that links to another in a sentence that is like one of the asked note's. */
export interface Likeness {
  /** Ids of the note that links and of the one that it links to. */
  readonly from: number;
  readonly to: number;
  /** Cosine of the sentences' words, above 0. */
  readonly cosine: number;
}

/**
 * What notes say in the line or sentence in which they link to another: it tells what that one is about in words that
 * it may never use itself. Follows the links of a corpus; the link's own words are left out, names count as names.
 */
export class LinkContexts {
  readonly #corpus: Corpus;
  readonly #changed = new Set<number>();
  readonly #ofNote = new Map<number, readonly Context[]>();
  #count = 0;
  #lists: Lists | null = null;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /** Takes in what changed, a step for every note. */
  *refresh(): Generator<void> {
    for (const id of this.#corpus.links.takeChanged()) this.#changed.add(id);
    for (const id of this.#changed) {
      this.#count -= this.#ofNote.get(id)?.length ?? 0;
      this.#ofNote.delete(id);
      const contexts = this.#count < MOST_CONTEXTS ? contextsIn(this.#corpus, id) : [];
      if (contexts.length > 0) this.#ofNote.set(id, contexts);
      this.#count += contexts.length;
      this.#changed.delete(id);
      this.#lists = null;
      yield;
    }
    this.#lists ??= new Lists([...this.#ofNote.values()].flat());
  }

  /** The same at once, where it is soon done. */
  refreshFew(): void {
    if (this.waiting <= AT_ONCE) for (const _ of this.refresh());
  }

  /** Notes that are not taken in yet. */
  get waiting(): number {
    for (const id of this.#corpus.links.takeChanged()) this.#changed.add(id);
    return this.#changed.size;
  }

  /** Links of other notes to notes other than the asked one, by the sentence of the asked note that is most like theirs. */
  like(pieces: readonly TermVector[], asked: number): Likeness[] {
    const found = this.#lists?.like(pieces) ?? [];
    return found.filter(({ from, to }) => from !== asked && to !== asked);
  }
}

const made = new WeakMap<Corpus, LinkContexts>();

export function contextsOf(corpus: Corpus): LinkContexts {
  const contexts = made.get(corpus) ?? new LinkContexts(corpus);
  made.set(corpus, contexts);
  return contexts;
}

/** Takes in what changed, between other work; a question does so only where that is not too much. */
export async function prepareContexts(corpus: Corpus, { asked = false } = {}): Promise<void> {
  if (asked && contextsOf(corpus).waiting > WAITED_FOR) return;
  for (const _ of contextsOf(corpus).refresh()) {
    if (corpus.closed) return;
    await breathe();
  }
}

function contextsIn({ source, words, notes }: Corpus, id: number): Context[] {
  const slot = notes.slotOf(id);
  if (slot === undefined) return [];
  const links = source.links
    .ofNote(id)
    .filter(({ toId, kind }) => toId !== null && toId !== id && inText(kind));
  if (links.length === 0) return [];
  const chunks = source.chunks
    .ofNote(id)
    .map((chunk) => ({ chunk, pieces: piecesOf(chunk.text, SHORT_LINE) }));
  return links.slice(0, MOST_LINKS).flatMap((link): Context[] => {
    const found = chunks.find(({ chunk }) => chunk.start <= link.start && link.start <= chunk.end);
    const said = found && saidAround(link, found.chunk, found.pieces);
    const counts = countsOf(said ?? '', notes.languageOf(slot));
    if (counts.size < LEAST_WORDS) return [];
    const { terms, weights } = words.vectorOf(counts);
    return [
      { from: id, to: link.toId!, terms: Uint32Array.from(terms), weights: Float32Array.from(weights) },
    ];
  });
}

/** Properties stand in no sentence, and neither do the arrows of a canvas. */
const inText = (kind: LinkRecord['kind']): boolean => kind !== 'frontmatter' && kind !== 'canvas';

/**
 * The piece of a passage's text in which a link is shown, without what it is shown as. Where markup is left out the
 * text is shorter than its source: of the places that show the same, the one about as far along is taken.
 */
function saidAround(link: LinkRecord, chunk: ChunkRecord, pieces: readonly Piece[]): string | undefined {
  const { text } = chunk;
  const about = ((link.start - chunk.start) / Math.max(1, chunk.end - chunk.start)) * text.length;
  const shown = link.alias ?? baseName(link.target);
  const at = shown && link.end > link.start ? nearestPlace(text, shown, about) : -1;
  const place = at < 0 ? about : at;
  const piece = pieces.find(({ end }) => place <= end) ?? pieces.at(-1);
  if (!piece || at < 0) return piece && text.slice(piece.start, piece.end);
  const after = at + shown.length;
  return `${text.slice(piece.start, Math.max(piece.start, at))} ${text.slice(after, Math.max(after, piece.end))}`;
}

function nearestPlace(text: string, shown: string, about: number): number {
  let best = -1;
  for (let at = text.indexOf(shown); at >= 0; at = text.indexOf(shown, at + shown.length))
    if (best < 0 || Math.abs(at - about) < Math.abs(best - about)) best = at;
  return best;
}

/** For every word, the contexts that hold it. */
class Lists {
  readonly #contexts: readonly Context[];
  readonly #starts: Uint32Array;
  readonly #holders: Uint32Array;
  readonly #weights: Float32Array;
  /** By context; all 0 between questions. */
  readonly #sums: Float32Array;
  readonly #best: Float32Array;

  constructor(contexts: readonly Context[]) {
    this.#contexts = contexts;
    let [size, postings] = [0, 0];
    for (const { terms } of contexts) {
      postings += terms.length;
      for (const term of terms) size = Math.max(size, term + 1);
    }
    const starts = new Uint32Array(size + 1);
    for (const { terms } of contexts) for (const term of terms) starts[term + 1]!++;
    for (let term = 0; term < size; term++) starts[term + 1]! += starts[term]!;
    const next = starts.slice();
    this.#holders = new Uint32Array(postings);
    this.#weights = new Float32Array(postings);
    for (const [i, { terms, weights }] of contexts.entries())
      for (const [t, term] of terms.entries()) {
        const at = next[term]!++;
        this.#holders[at] = i;
        this.#weights[at] = weights[t]!;
      }
    this.#starts = starts;
    this.#sums = new Float32Array(contexts.length);
    this.#best = new Float32Array(contexts.length);
  }

  like(pieces: readonly TermVector[]): Likeness[] {
    const [sums, best] = [this.#sums, this.#best];
    const found: number[] = [];
    for (const { terms, weights } of pieces) {
      const touched: number[] = [];
      for (const [t, term] of terms.entries()) {
        if (term + 1 >= this.#starts.length) continue;
        const [start, end] = [this.#starts[term]!, this.#starts[term + 1]!];
        if (end - start > MOST_HOLDERS) continue;
        for (let at = start; at < end; at++) {
          const holder = this.#holders[at]!;
          if (sums[holder] === 0) touched.push(holder);
          sums[holder]! += weights[t]! * this.#weights[at]!;
        }
      }
      for (const holder of touched) {
        const cosine = sums[holder]!;
        sums[holder] = 0;
        if (cosine < LEAST_COSINE || cosine <= best[holder]!) continue;
        if (best[holder] === 0) found.push(holder);
        best[holder] = cosine;
      }
    }
    return found.map((holder) => {
      const { from, to } = this.#contexts[holder]!;
      const cosine = best[holder]!;
      best[holder] = 0;
      return { from, to, cosine };
    });
  }
}
