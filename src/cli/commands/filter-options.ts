import { type Command, InvalidArgumentError } from 'commander';
import { dayNamed, localDate } from '../../common/query/days.ts';
import { languageNamed } from '../../common/query/languages.ts';
import type { Filter } from '../../contract/filter.ts';

/** Options that narrow an answer, as commander gives them. */
export interface FilterOptions {
  readonly folder?: readonly string[];
  readonly tag?: readonly string[];
  readonly lang?: readonly string[];
  readonly after?: string;
  readonly before?: string;
}

/** For an option that may be given more than once. */
export const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

export const withFilterOptions = (command: Command): Command =>
  command
    .option('--folder <folder>', 'only notes in this folder; may be given more than once', collect)
    .option('--tag <tag>', 'only notes with this tag', collect)
    .option('--lang <language>', 'only notes in this language: en, español…', collectLanguages)
    .option('--after <date>', 'only notes of this day or later: 2024-01-31, 2024, 30d', day)
    .option('--before <date>', 'only notes of an earlier day', day);

function collectLanguages(value: string, before: readonly string[] = []): string[] {
  const language = languageNamed(value);
  if (language === undefined) throw new InvalidArgumentError('Write a language’s name or code: en, español.');
  return [...before, language];
}

function day(value: string): string {
  const date = dayNamed(value, localDate(new Date()));
  if (date === undefined) throw new InvalidArgumentError('Write it as 2024-01-31, 2024-01, 2024 or 30d.');
  return date;
}

/** The contract's filter; undefined where nothing narrows the answer. */
export function filterOf({ folder, tag, lang, after, before }: FilterOptions): Filter | undefined {
  if (!folder && !tag && !lang && after === undefined && before === undefined) return undefined;
  return {
    ...(folder && { folders: [...folder] }),
    ...(tag && { tags: [...tag] }),
    ...(lang && { languages: [...lang] }),
    ...(after !== undefined && { after }),
    ...(before !== undefined && { before }),
  };
}
