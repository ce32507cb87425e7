/**
 * Vectors of one model all point roughly the same way, and those of one language even more so. What is common to all
 * says nothing about a passage, so it is taken off: per language where there are enough passages to know its mean.
 */

/**
 * Passages of the vault as a whole that a language's own mean is mixed with: few passages share a subject as well as a
 * language, and that must not be taken off.
 */
const MIXED_IN = 30;
/** Passages from which on a language has a mean at all; it costs memory and time where there are hundreds. */
const OWN_MEAN = 10;
/** A mean of n passages counts n / (n + this): a passage alone in its vault must not be centred to nothing. */
const PRIOR = 2;

/** The means in use at one time: never changed, so that everything centred by it stays comparable. */
export class Centring {
  readonly #vault: Float32Array;
  readonly #own: ReadonlyMap<string, Float32Array>;

  constructor(vault: Float32Array, own: ReadonlyMap<string, Float32Array>) {
    this.#vault = vault;
    this.#own = own;
  }

  meanOf(language: string): Float32Array {
    return this.#own.get(language) ?? this.#vault;
  }

  /** `vector` less its language's mean, brought to length 1; all 0 where nothing is left. */
  centre(
    vector: Float32Array,
    language: string,
    out: Float32Array = new Float32Array(vector.length),
  ): Float32Array {
    return unitDifference(vector, this.meanOf(language), out);
  }
}

/** `a − b` brought to length 1 in `out`; all 0 where they are the same. */
export function unitDifference(
  a: Float32Array,
  b: Float32Array,
  out: Float32Array = new Float32Array(a.length),
): Float32Array {
  let squares = 0;
  for (let i = 0; i < a.length; i++) {
    const d = a[i]! - b[i]!;
    out[i] = d;
    squares += d * d;
  }
  const factor = squares > 1e-10 ? 1 / Math.sqrt(squares) : 0;
  for (let i = 0; i < out.length; i++) out[i]! *= factor;
  return out;
}

interface Sum {
  count: number;
  readonly total: Float64Array;
}

/** Running sums of the passages' vectors, from which a `Centring` is made when it is worth it. */
export class LanguageMeans {
  readonly #dimensions: number;
  readonly #sums = new Map<string, Sum>();
  #count = 0;

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
  }

  get count(): number {
    return this.#count;
  }

  add(language: string, vector: Float32Array): void {
    this.#change(language, vector, 1);
  }

  remove(language: string, vector: Float32Array): void {
    this.#change(language, vector, -1);
  }

  /** `each`: how many passages each of those added stands for, where they are a sample. */
  centring(each = 1): Centring {
    const vault: Sum = { count: 0, total: new Float64Array(this.#dimensions) };
    const own = new Map<string, Float32Array>();
    for (const sum of this.#sums.values()) {
      vault.count += sum.count;
      for (let i = 0; i < this.#dimensions; i++) vault.total[i]! += sum.total[i]!;
    }
    const whole = meanOf(vault);
    for (const [language, { count, total }] of this.#sums) {
      if (language === 'und' || count * each < OWN_MEAN) continue;
      const mixed = MIXED_IN / each;
      own.set(
        language,
        whole.map((mean, i) => (total[i]! + mixed * mean) / (count + mixed)),
      );
    }
    return new Centring(whole, own);
  }

  /** How far the means have moved from those of `centring`: the root mean square over the passages. */
  drift(centring: Centring): number {
    const now = this.centring();
    let squares = 0;
    for (const [language, { count }] of this.#sums) {
      const [a, b] = [now.meanOf(language), centring.meanOf(language)];
      let d = 0;
      for (let i = 0; i < this.#dimensions; i++) d += (a[i]! - b[i]!) ** 2;
      squares += d * count;
    }
    return Math.sqrt(squares / Math.max(1, this.#count));
  }

  #change(language: string, vector: Float32Array, sign: 1 | -1): void {
    let sum = this.#sums.get(language);
    if (!sum) {
      sum = { count: 0, total: new Float64Array(this.#dimensions) };
      this.#sums.set(language, sum);
    }
    sum.count += sign;
    this.#count += sign;
    for (let i = 0; i < this.#dimensions; i++) sum.total[i]! += sign * vector[i]!;
    if (sum.count === 0) this.#sums.delete(language);
  }
}

const meanOf = ({ count, total }: Sum): Float32Array => Float32Array.from(total, (x) => x / (count + PRIOR));
