/**
 * What questions have in common, by language: it is taken off a question before it is compared, as the mean of
 * passages is off a passage. It begins as a constant made of titles of all kinds; the vault's own titles and headings,
 * asked as questions, take its place as they become many.
 */

/** Titles that the constant counts for: n of the vault weigh n / (n + this) beside it. */
const PRIOR = 50;

/** Vectors of questions, added up. */
export interface QuestionSum {
  readonly count: number;
  readonly total: Float32Array;
}

export class QuestionMeans {
  readonly #sums: ReadonlyMap<string, QuestionSum>;
  readonly #all: QuestionSum | undefined;

  /** By language, 'und' for titles that say none. */
  constructor(sums: ReadonlyMap<string, QuestionSum> = new Map()) {
    this.#sums = sums;
    this.#all = together([...sums.values()]);
  }

  /**
   * What to take off a question in a language. Of one whose language is not sure, or that the vault has no titles in,
   * the mean of all titles; without any, the constant.
   */
  of(language: string, constant: Float32Array): Float32Array {
    const sum = (language === 'und' ? undefined : this.#sums.get(language)) ?? this.#all;
    if (sum?.total.length !== constant.length) return constant;
    return constant.map((x, i) => (sum.total[i]! + PRIOR * x) / (sum.count + PRIOR));
  }

  /** For a row of the store; `read` gives it back. */
  write(): string {
    const rows = [...this.#sums].map(([language, { count, total }]) => [language, count, encode(total)]);
    return JSON.stringify(rows);
  }

  /** Empty where what is written is not understood. */
  static read(written: string | undefined): QuestionMeans {
    try {
      const rows = JSON.parse(written ?? '[]') as [string, number, string][];
      return new QuestionMeans(
        new Map(rows.map(([language, count, total]) => [language, { count, total: decode(total) }])),
      );
    } catch {
      return new QuestionMeans();
    }
  }
}

/** Adds up vectors by language. */
export class QuestionSums {
  readonly sums = new Map<string, { count: number; total: Float32Array }>();

  add(language: string, vector: Float32Array, sign: 1 | -1 = 1): void {
    const sum = this.sums.get(language) ?? { count: 0, total: new Float32Array(vector.length) };
    this.sums.set(language, sum);
    sum.count += sign;
    for (let i = 0; i < vector.length; i++) sum.total[i]! += sign * vector[i]!;
  }
}

function together(sums: readonly QuestionSum[]): QuestionSum | undefined {
  const [first] = sums;
  if (!first) return undefined;
  const total = new Float32Array(first.total.length);
  for (const sum of sums) for (let i = 0; i < total.length; i++) total[i]! += sum.total[i]!;
  return { count: sums.reduce((count, sum) => count + sum.count, 0), total };
}

const encode = (vector: Float32Array): string =>
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');

const decode = (written: string): Float32Array =>
  new Float32Array(new Uint8Array(Buffer.from(written, 'base64')).buffer);
