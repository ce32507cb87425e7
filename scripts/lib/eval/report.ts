import { FIGURES } from './metrics.ts';
import type { Row } from './outcome.ts';

/** Rows of one vault for a reader: a table for each kind of question and language, systems beneath one another. */
export function tables(rows: readonly Row[]): string {
  const groups = Map.groupBy(rows, ({ task, asked, language, n }) => {
    const by = asked === 'page' ? '' : `, by ${asked}`;
    return `${task}${by}, ${language === 'all' ? 'all languages' : language}, n = ${n}`;
  });
  return [...groups].map(([title, group]) => table(title, group)).join('\n');
}

function table(title: string, rows: readonly Row[]): string {
  const head = `  ${title.padEnd(40)}${FIGURES.map((key) => key.padStart(9)).join('')}   95 % of ${mainOf(rows)}`;
  const lines = rows.map((row) => {
    const [low, high] = row.ci[mainOf(rows)];
    const figures = FIGURES.map((key) => row[key].toFixed(3).padStart(9)).join('');
    return `    ${row.system.padEnd(38)}${figures}   ${low.toFixed(3)} to ${high.toFixed(3)}`;
  });
  return [head, ...lines, ''].join('\n');
}

/** The figure by which systems are chosen: of the whole order where several notes are right. */
const mainOf = ([row]: readonly Row[]) => (row?.task === 'links' ? 'ndcg10' : 'recall1');
