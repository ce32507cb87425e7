import { PortolanError } from '../../../common/errors.ts';
import type { ExpressionTerm } from '../../../common/expression.ts';
import { fold } from '../../../common/text.ts';
import type { AlgebraTerm } from '../../../contract/algebra.ts';
import type { Embedder } from '../../embed/embedder.ts';
import type { NoteRecord } from '../../store/types.ts';
import type { Corpus } from '../corpus.ts';
import type { QueryEmbedder } from '../meaning.ts';
import { toNoteRef } from '../passage.ts';
import { spread } from '../query-note.ts';
import { unitDifference } from '../vectors/centring.ts';
import { namedNote, namesakes, soleNote } from './names.ts';

/** Passages of a note that say what it means; of a longer one, as many spread over it. */
const PASSAGES = 64;

/** A term with what it means. */
export interface MeantTerm extends ExpressionTerm {
  /** Centred, of length 1. */
  readonly vector: Float32Array;
  readonly note: NoteRecord | null;
  readonly cut: boolean;
  /** Notes that the term names: `note`, and for words all that are called so. */
  readonly names: readonly NoteRecord[];
}

/** How the embedder is had: only words need it. */
export type GetEmbedder = () => Promise<QueryEmbedder & Pick<Embedder, 'embed'>>;

/**
 * What terms mean. Words are centred by the mean of questions, notes by the mean of passages of their language. Bare
 * words that name one note mean half that note: `king` in a vault with a note King. Quoted words are words only; `text` is where the terms stand in.
 * Rejects with NOTE_NOT_FOUND, NOTE_AMBIGUOUS, NOTE_WITHOUT_VECTORS, MODEL_*, CANCELLED.
 */
export async function meaningOf(
  corpus: Corpus,
  embedder: GetEmbedder,
  terms: readonly ExpressionTerm[],
  text: string,
  signal?: AbortSignal,
): Promise<MeantTerm[]> {
  const named = terms.map((term) =>
    term.kind === 'note' ? [namedNote(corpus, term.text, term.start)] : namesakes(corpus, term.text),
  );
  const words = await wordVectors(terms, embedder, signal);
  return terms.map((term, i) => {
    const names = named[i]!;
    const said = words.get(term.text);
    if (!said || term.kind === 'note')
      return { ...term, ...noteTerm(corpus, term, names[0]!), names, cut: false };
    const note = isQuoted(text, term) ? undefined : soleNote(names);
    const own = note && noteVector(corpus, note, null);
    const vector = own ? between(said.vector, own) : said.vector;
    return { ...term, vector, note: own && note ? note : null, names, cut: said.cut };
  });
}

const isQuoted = (text: string, { start }: ExpressionTerm): boolean => /["“„«＂]/u.test(text.charAt(start));

async function wordVectors(terms: readonly ExpressionTerm[], get: GetEmbedder, signal?: AbortSignal) {
  const texts = [...new Set(terms.flatMap(({ kind, text }) => (kind === 'words' ? [text] : [])))];
  const meant = new Map<string, { vector: Float32Array; cut: boolean }>();
  if (texts.length === 0) return meant;
  const embedder = await get();
  const vectors = await embedder.embed(texts, {
    kind: 'query',
    priority: 'interactive',
    ...(signal && { signal }),
  });
  for (const [i, text] of texts.entries()) {
    const vector = vectors[i];
    if (!vector) throw new PortolanError('MODEL_FAILED', { model: '', reason: `no vector for “${text}”` });
    const cut = embedder.countTokens(text) > embedder.passageBudget;
    meant.set(text, { vector: unitDifference(vector, embedder.queryMean), cut });
  }
  return meant;
}

function noteTerm(corpus: Corpus, { text, heading }: ExpressionTerm, note: NoteRecord) {
  const vector = noteVector(corpus, note, heading);
  if (vector) return { vector, note };
  throw new PortolanError('NOTE_WITHOUT_VECTORS', { name: heading ? `${text}#${heading}` : text });
}

/** The mean of a note's centred passages, or of those under a heading; undefined where none has a vector. */
export function noteVector(
  { source, passages: { contextual: passages } }: Corpus,
  note: NoteRecord,
  heading: string | null,
): Float32Array | undefined {
  const under = heading === null ? null : fold(heading);
  const chunks = source.chunks
    .ofNote(note.id)
    .filter(({ headingPath }) => under === null || headingPath.some((each) => fold(each) === under));
  const vectors = [...source.vectors.get(spread(chunks, PASSAGES).map(({ hash }) => hash)).values()];
  if (vectors.length === 0) return undefined;
  const sum = new Float32Array(passages.dimensions);
  for (const vector of vectors) addTo(sum, passages.centring.centre(vector, note.language), 1);
  return unitOf(sum);
}

export function addTo(sum: Float32Array, vector: Float32Array, weight: number): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += weight * vector[i]!;
}

export function unitOf(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length > 1e-6 ? vector.map((x) => x / length) : vector;
}

function between(a: Float32Array, b: Float32Array): Float32Array {
  const sum = a.slice();
  addTo(sum, b, 1);
  return unitOf(sum);
}

/** A term as the contract shows it. */
export const toTerm = ({ start, end, kind, text, weight, note, cut }: MeantTerm): AlgebraTerm => ({
  start,
  end,
  kind,
  text,
  weight,
  note: note && toNoteRef(note),
  cut,
});
