import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import envPaths from 'env-paths';
import type { Question } from './known-item-task.ts';
import type { Task } from './outcome.ts';

export const HELP = `Usage: npm run eval -- VAULT… [options]

links        notes with two linked notes or more are asked for without their links; those should come back
known-item   a line taken out of a note, its title by default, should find the note
cross        with --pairs: a page should find its translation, and a title the page in either language

  --model ID         model to embed with (the best that is built)
  --pairs FILE       two columns of paths, with a tab between: the same page in two languages
  --json             a JSON object a line
  --tasks LIST       links,known-item,cross
  --questions LIST   what known items are asked by: title (default), heading, description
  --strip WHAT       all (default): no note's text has links, so that none gives away what it is linked with.
                     asked: only the asked note's; others name it where they link to it
  --read LIST        percentages of passages: how the product ranks when the model has read so many, and the static tier
                     stands in for the others
  --sample N         cases of each kind in each vault, at most
  --precision P      auto (default: what the product runs here), full or fast
  --cache FOLDER     where vectors are kept between runs (the user's cache folder)
  --help`;

export interface EvalOptions {
  readonly vaults: readonly string[];
  readonly model: string | undefined;
  readonly pairs: string | undefined;
  readonly json: boolean;
  readonly tasks: ReadonlySet<Task>;
  readonly questions: readonly Question[];
  readonly strip: 'all' | 'asked';
  readonly read: readonly number[];
  readonly sample: number | undefined;
  readonly precision: 'full' | 'fast' | 'auto';
  readonly cache: string;
}

export function readOptions(args: readonly string[]): EvalOptions | 'help' | 'wrong' {
  const parsed = parse(args);
  if (!parsed) return 'wrong';
  const { values, positionals } = parsed;
  if (values.help) return 'help';
  const sample = values.sample === undefined ? undefined : Number(values.sample);
  if (sample !== undefined && !(Number.isInteger(sample) && sample > 0)) return 'wrong';
  const read = values.read === undefined ? [] : values.read.split(',').map(Number);
  if (!read.every((percent, i) => percent > (read[i - 1] ?? 0) && percent < 100)) return 'wrong';
  const tasks = listOf(values.tasks, ['links', 'known-item', 'cross'] as const);
  const questions = listOf(values.questions, ['title', 'heading', 'description'] as const);
  const [strip] = listOf(values.strip, ['all', 'asked'] as const) ?? [];
  const [precision] = listOf(values.precision, ['full', 'fast', 'auto'] as const) ?? [];
  if (positionals.length === 0 || !tasks || !questions || !strip || !precision) return 'wrong';
  return {
    vaults: positionals.map((vault) => resolve(vault)),
    model: values.model,
    pairs: values.pairs,
    json: values.json,
    tasks: new Set(tasks),
    questions,
    strip,
    read,
    sample,
    precision,
    cache: resolve(values.cache ?? join(envPaths('portolan', { suffix: '' }).cache, 'eval')),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        model: { type: 'string' },
        pairs: { type: 'string' },
        json: { type: 'boolean', default: false },
        tasks: { type: 'string', default: 'links,known-item,cross' },
        questions: { type: 'string', default: 'title' },
        strip: { type: 'string', default: 'all' },
        read: { type: 'string' },
        sample: { type: 'string' },
        precision: { type: 'string', default: 'auto' },
        cache: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch {
    return null;
  }
}

/** The words of a list with commas; undefined when one of them is not known. */
function listOf<T extends string>(list: string, known: readonly T[]): T[] | undefined {
  const words = list.split(',').map((word) => word.trim());
  return words.every((word): word is T => (known as readonly string[]).includes(word)) ? words : undefined;
}
