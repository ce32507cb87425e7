/** A note's passages as the model gave them, and its language. */
export interface Page {
  readonly vectors: readonly Float32Array[];
  readonly language: string;
}

/** Passages from which on a language is centred by a mean of its own. */
const OWN_MEAN = 150;

/** What a question is compared with: one vector, or those of a page. */
export interface Asking {
  readonly plain: readonly Float32Array[];
  readonly centred: readonly Float32Array[];
}

/** The model's cosine, exact: of the notes' mean vectors and of the best passage, plain and centred. */
export class VectorBaselines {
  readonly #dimensions: number;
  readonly #means: ReadonlyMap<string, Float32Array>;
  readonly #plain: Space;
  readonly #centred: Space;

  constructor(pages: readonly Page[], dimensions: number) {
    this.#dimensions = dimensions;
    this.#means = languageMeans(pages, dimensions);
    const centred = pages.map(({ vectors, language }) => vectors.map((v) => this.#centre(v, language)));
    this.#plain = new Space(
      pages.map(({ vectors }) => vectors),
      dimensions,
    );
    this.#centred = new Space(centred, dimensions);
  }

  /** A page as a question. */
  page({ vectors, language }: Page): Asking {
    return { plain: vectors, centred: vectors.map((v) => this.#centre(v, language)) };
  }

  /** A question's vector, centred by the mean of questions. */
  question(vector: Float32Array, questionMean: Float32Array): Asking {
    return { plain: [vector], centred: [unit(minus(vector, questionMean))] };
  }

  scores(asking: Asking): Record<string, Float64Array> {
    const mean = (vectors: readonly Float32Array[]) => meanOf(vectors, this.#dimensions);
    return {
      'cosine-mean': this.#plain.byMean(mean(asking.plain)),
      'cosine-mean-centred': this.#centred.byMean(mean(asking.centred)),
      'cosine-best': this.#plain.byBest(asking.plain),
      'cosine-best-centred': this.#centred.byBest(asking.centred),
    };
  }

  #centre(vector: Float32Array, language: string): Float32Array {
    return unit(minus(vector, this.#means.get(language) ?? this.#means.get('')!));
  }
}

/** Passages in one array, so that a scan over all of them is one loop. */
class Space {
  readonly #dimensions: number;
  readonly #rows: Float32Array;
  readonly #owner: Int32Array;
  readonly #means: Float32Array;
  readonly #notes: number;

  constructor(notes: readonly (readonly Float32Array[])[], dimensions: number) {
    this.#dimensions = dimensions;
    this.#notes = notes.length;
    this.#owner = Int32Array.from(notes.flatMap((vectors, note) => vectors.map(() => note)));
    this.#rows = new Float32Array(this.#owner.length * dimensions);
    for (const [row, vector] of notes.flat().entries()) this.#rows.set(vector, row * dimensions);
    this.#means = new Float32Array(notes.length * dimensions);
    for (const [note, vectors] of notes.entries())
      this.#means.set(unit(meanOf(vectors, dimensions)), note * dimensions);
  }

  byMean(vector: Float32Array): Float64Array {
    return this.#dots(unit(vector), this.#means, this.#notes);
  }

  byBest(vectors: readonly Float32Array[]): Float64Array {
    const best = new Float64Array(this.#notes).fill(-2);
    for (const vector of vectors) {
      const cosines = this.#dots(unit(vector), this.#rows, this.#owner.length);
      for (let row = 0; row < cosines.length; row++)
        best[this.#owner[row]!] = Math.max(best[this.#owner[row]!]!, cosines[row]!);
    }
    return best;
  }

  #dots(vector: Float32Array, rows: Float32Array, count: number): Float64Array {
    const out = new Float64Array(count);
    for (let row = 0, at = 0; row < count; row++) {
      let sum = 0;
      for (let i = 0; i < this.#dimensions; i++) sum += vector[i]! * rows[at++]!;
      out[row] = sum;
    }
    return out;
  }
}

/** Means by language, '' for all together. */
function languageMeans(pages: readonly Page[], dimensions: number): Map<string, Float32Array> {
  const means = new Map([
    [
      '',
      meanOf(
        pages.flatMap(({ vectors }) => vectors),
        dimensions,
      ),
    ],
  ]);
  for (const [language, group] of Map.groupBy(pages, (page) => page.language)) {
    const vectors = group.flatMap((page) => page.vectors);
    if (vectors.length >= OWN_MEAN) means.set(language, meanOf(vectors, dimensions));
  }
  return means;
}

function meanOf(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const sum = new Float64Array(dimensions);
  for (const vector of vectors) for (let i = 0; i < dimensions; i++) sum[i]! += vector[i]!;
  return Float32Array.from(sum, (x) => x / Math.max(1, vectors.length));
}

const minus = (a: Float32Array, b: Float32Array): Float32Array => a.map((x, i) => x - b[i]!);

function unit(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const x of vector) squares += x * x;
  return squares > 0 ? vector.map((x) => x / Math.sqrt(squares)) : vector;
}
