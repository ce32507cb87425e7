import { interval } from './bootstrap.ts';
import { FIGURES, type Figures, figuresOf, macroAverage } from './metrics.ts';

export type Task = 'links' | 'known-item' | 'cross';

/** One question, what would answer it, and what every system ranked, best first. */
export interface Case {
  readonly task: Task;
  /** Of the question; `en→es` where the answer is in another language. */
  readonly language: string;
  /** What the question is: a whole page, or a line taken out of one. */
  readonly asked: Asked;
  readonly relevant: ReadonlySet<number>;
  readonly ranked: Readonly<Record<string, readonly number[]>>;
}

export type Asked = 'page' | 'title' | 'heading' | 'description';

/** One line of the answer: a system's figures over all cases of a vault, or over those in one language. */
export interface Row extends Figures {
  readonly vault: string;
  readonly task: Task;
  readonly language: string;
  readonly system: string;
  readonly model: string;
  readonly n: number;
  readonly asked: Asked;
  /** The 95 % interval of each figure. */
  readonly ci: Readonly<Record<keyof Figures, readonly [number, number]>>;
}

/** Rows for each kind of question: all languages together first, then each by itself. */
export function rowsOf(cases: readonly Case[], vault: string, model: string): Row[] {
  const rows: Row[] = [];
  for (const same of Map.groupBy(cases, ({ task, asked }) => `${task} ${asked}`).values()) {
    const languages = [...Map.groupBy(same, ({ language }) => language)];
    languages.sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    for (const [language, group] of [['all', same] as const, ...languages]) {
      const { task, asked } = group[0]!;
      for (const system of Object.keys(group[0]!.ranked)) {
        const figures = group.map(({ ranked, relevant }) => figuresOf(ranked[system]!, relevant));
        const named = { vault, task, language, system, model, n: group.length };
        rows.push({ ...named, ...rounded(macroAverage(figures)), asked, ci: intervals(figures) });
      }
    }
  }
  return rows;
}

const round = (x: number): number => Math.round(x * 1e4) / 1e4;

const rounded = (figures: Figures): Figures =>
  Object.fromEntries(FIGURES.map((key) => [key, round(figures[key])])) as unknown as Figures;

function intervals(figures: readonly Figures[]): Row['ci'] {
  const ofKey = (key: keyof Figures) => interval(figures.map((f) => f[key])).map(round) as [number, number];
  return Object.fromEntries(FIGURES.map((key) => [key, ofKey(key)])) as unknown as Row['ci'];
}
