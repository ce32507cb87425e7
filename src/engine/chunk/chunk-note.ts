import { graphemeFloor } from '../../common/text.ts';
import { textHash } from '../base/hash.ts';
import type { ParsedNote } from '../parse/note.ts';
import type { Chunk } from './chunk.ts';
import { type Context, Contexts, parents } from './context.ts';
import { pack } from './pack.ts';
import { type Counter, Measure, type Piece } from './piece.ts';
import { propertyChunk } from './property-chunk.ts';
import { type Sizes, slice, splitBlock } from './split.ts';

export interface ChunkOptions {
  /** Tokens that a chunk's input may have at most. */
  readonly budget: number;
  /** Tokens of a text, without prefix and special tokens. */
  readonly countTokens: Counter;
  /** Tokens that a chunk's input aims at; default 200. */
  readonly targetTokens?: number;
}

const TARGET = 200;
const LEAST_BUDGET = 16;
/** Share of the budget, and most tokens, that the headings above may take. */
const CONTEXT_SHARE = 1 / 4;
const CONTEXT_MOST = 64;
/** A piece up to this many times the target stays whole. */
const SLACK = 1.5;

/**
 * Cuts a note into passages along its structure. Spans are ordered, do not overlap, never split a grapheme, and cover
 * all that a reader sees of the body; every input has at most `budget` tokens. What properties say in sentences is the
 * first passage. A note without any text gets one chunk with an empty span, so that it can be found by its title.
 * Linear in the note's size, deterministic.
 */
export function chunkNote(note: ParsedNote, options: ChunkOptions): Chunk[] {
  const chunker = new Chunker(note, options);
  const chunks = chunker.run();
  const about = chunker.about(chunks.length > 0 ? undefined : nameOf(note));
  if (about) return [about, ...chunks];
  return chunks.length > 0 ? chunks : [titleChunk(note, options)];
}

class Chunker {
  readonly #note: ParsedNote;
  readonly #measure: Measure;
  readonly #budget: number;
  readonly #target: number;
  readonly #separator: number;
  readonly #above: readonly number[];
  readonly #contexts: Contexts;
  readonly #chunks: Chunk[] = [];

  constructor(note: ParsedNote, { budget, countTokens, targetTokens = TARGET }: ChunkOptions) {
    this.#note = note;
    this.#measure = new Measure(note, countTokens);
    this.#budget = Math.max(LEAST_BUDGET, budget);
    this.#target = Math.max(1, Math.min(targetTokens, this.#budget));
    this.#separator = Math.max(0, countTokens('a\na') - 2 * countTokens('a'));
    this.#above = parents(note.headings);
    const most = Math.min(CONTEXT_MOST, Math.floor(this.#budget * CONTEXT_SHARE));
    this.#contexts = new Contexts(note, this.#above, countTokens, most);
  }

  run(): Chunk[] {
    for (const section of this.#sections()) {
      const context = this.#contexts.of(section.heading);
      const sizes = this.#sizes(context);
      const pieces = section.parts.flatMap((part) =>
        'block' in part
          ? splitBlock(this.#measure, this.#note.blocks[part.block]!, part.block, sizes)
          : this.#heading(part.bare, sizes),
      );
      for (const packed of pack(pieces, sizes, this.#separator)) this.#emit(packed, context);
    }
    return this.#chunks;
  }

  /** What the properties say, below the title from frontmatter or a name. */
  about(name = this.#contexts.of(-1).text): Chunk | null {
    const most = Math.min(this.#budget, Math.max(LEAST_BUDGET, this.#target * SLACK));
    return propertyChunk(this.#note, name, { most, countTokens: (text) => this.#measure.count(text) });
  }

  #sizes(context: Context): Sizes {
    const room = this.#budget - context.tokens - this.#separator;
    const target = Math.max(1, Math.min(room, Math.max(this.#target - context.tokens, this.#target / 2)));
    return { target, limit: Math.max(1, Math.min(room, target * SLACK)) };
  }

  /** Runs of blocks below one heading; headings with nothing below them count as text of the heading above them. */
  #sections(): Section[] {
    const { headings, blocks } = this.#note;
    const sections: Section[] = [];
    const put = (heading: number, part: Part) => {
      const last = sections.at(-1);
      if (last?.heading === heading) last.parts.push(part);
      else sections.push({ heading, parts: [part] });
    };
    let block = 0;
    for (let heading = -1; heading < headings.length; heading++) {
      const first = block;
      const own = headings[heading];
      // A heading too long to be carried as context in full is also text.
      if (own && this.#contexts.of(heading).cut) put(heading, { bare: heading });
      while (block < blocks.length && blocks[block]!.heading <= heading) put(heading, { block: block++ });
      const parent = (headings[heading + 1]?.level ?? 0) > (own?.level ?? 7);
      if (own && block === first && !parent && !this.#contexts.of(heading).cut)
        put(this.#above[heading]!, { bare: heading });
    }
    return sections;
  }

  #heading(index: number, sizes: Sizes): Piece[] {
    const of = { kind: 'heading', block: -1 - index, lead: '' } as const;
    const piece = this.#measure.piece(this.#note.headings[index]!, of, sizes.limit);
    if (!piece) return [];
    const out: Piece[] = [];
    if (piece.tokens <= sizes.limit) out.push(piece);
    else slice(this.#measure, piece, sizes, out);
    return out;
  }

  /** Counts the whole input once more: a counter need not add up, and the budget holds all the same. */
  #emit(pieces: readonly Piece[], context: Context): void {
    const [first] = pieces;
    if (!first) return;
    const text = this.#text(pieces);
    const input = [context.text, first.lead, text].filter(Boolean).join('\n');
    const tokens = this.#measure.count(input);
    if (tokens <= this.#budget || this.#smaller(pieces, context) === false)
      this.#push(pieces, context, text, input, tokens);
  }

  /** Emits the pieces in smaller parts; false where they cannot be made any smaller. */
  #smaller(pieces: readonly Piece[], context: Context): boolean {
    if (pieces.length > 1) {
      const middle = pieces.length >> 1;
      this.#emit(pieces.slice(0, middle), context);
      this.#emit(pieces.slice(middle), context);
      return true;
    }
    const [piece] = pieces;
    if (piece!.lead) return this.#again([{ ...piece!, lead: '' }], context);
    if (context.text) return this.#again(pieces, { ...context, text: '', tokens: 0 });
    const half = Math.max(1, Math.min(this.#budget, piece!.tokens) / 2);
    const parts: Piece[] = [];
    slice(this.#measure, { ...piece!, tokens: half * 2 }, { target: half, limit: this.#budget }, parts);
    if (parts.length < 2) return false;
    for (const part of parts) this.#emit([part], context);
    return true;
  }

  #again(pieces: readonly Piece[], context: Context): true {
    this.#emit(pieces, context);
    return true;
  }

  /** Neighbouring pieces of one block are rendered as one, so that sentences stand as they stood. */
  #text(pieces: readonly Piece[]): string {
    const texts: string[] = [];
    for (let i = 0; i < pieces.length; ) {
      const { block, kind, start } = pieces[i]!;
      let last = i;
      while (pieces[last + 1]?.block === block) last++;
      texts.push(last === i ? pieces[i]!.text : this.#measure.text({ start, end: pieces[last]!.end }, kind));
      i = last + 1;
    }
    return texts.join('\n');
  }

  #push(pieces: readonly Piece[], context: Context, text: string, input: string, tokens: number): void {
    this.#chunks.push({
      ordinal: this.#chunks.length,
      start: pieces[0]!.start,
      end: pieces.at(-1)!.end,
      headingPath: context.path,
      text,
      input,
      tokens,
      hash: textHash(input),
    });
  }
}

type Part = { readonly block: number } | { readonly bare: number };
interface Section {
  readonly heading: number;
  readonly parts: Part[];
}

const LONGEST_NAME = 4000;

const nameOf = ({ title, aliases }: ParsedNote): string =>
  [title, ...aliases].join('\n').slice(0, LONGEST_NAME);

/** The only kind of chunk whose input holds the file's name: there is nothing else in the body to find the note by. */
function titleChunk(note: ParsedNote, { budget, countTokens }: ChunkOptions): Chunk {
  let input = nameOf(note);
  let tokens = countTokens(input);
  while (tokens > Math.max(LEAST_BUDGET, budget) && input.length > 1) {
    input = input.slice(0, graphemeFloor(input, input.length >> 1));
    tokens = countTokens(input);
  }
  return { ordinal: 0, start: 0, end: 0, headingPath: [], text: '', input, tokens, hash: textHash(input) };
}
