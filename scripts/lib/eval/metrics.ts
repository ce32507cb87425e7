/** How well a ranking finds what is relevant; every figure 0..1. */
export interface Figures {
  /** Of the relevant, how many are first, counting at most one. */
  readonly recall1: number;
  /** Of the relevant, at most ten, how many are among the first ten. */
  readonly recall10: number;
  readonly ndcg10: number;
  /** 1 / rank of the first relevant one; 0 when none was ranked. */
  readonly mrr: number;
  /** 1 when any relevant one is among the first five. */
  readonly hit5: number;
  readonly hit10: number;
}

export const FIGURES = ['recall1', 'recall10', 'ndcg10', 'mrr', 'hit5', 'hit10'] as const;

const TOP = 10;
const gain = (rank: number): number => 1 / Math.log2(rank + 1);

export function figuresOf<T>(ranked: readonly T[], relevant: ReadonlySet<T>): Figures {
  const most = Math.min(TOP, relevant.size);
  let [hits, dcg, ideal, first] = [0, 0, 0, 0];
  for (const [i, item] of ranked.entries()) {
    if (!relevant.has(item)) continue;
    first ||= i + 1;
    if (i >= TOP) break;
    hits++;
    dcg += gain(i + 1);
  }
  for (let rank = 1; rank <= most; rank++) ideal += gain(rank);
  const within = (rank: number) => (first > 0 && first <= rank ? 1 : 0);
  return {
    recall1: within(1),
    recall10: most > 0 ? hits / most : 0,
    ndcg10: ideal > 0 ? dcg / ideal : 0,
    mrr: first > 0 ? 1 / first : 0,
    hit5: within(5),
    hit10: within(TOP),
  };
}

/** Every case counts the same, however many are relevant in it. */
export function macroAverage(all: readonly Figures[]): Figures {
  const mean = (key: keyof Figures) => all.reduce((sum, f) => sum + f[key], 0) / Math.max(1, all.length);
  return Object.fromEntries(FIGURES.map((key) => [key, mean(key)])) as unknown as Figures;
}
