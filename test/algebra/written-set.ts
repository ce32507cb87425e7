import { readFileSync } from 'node:fs';
import { parseExpression } from '../../src/common/expression.ts';

/** A calculation, and the titles of the notes of which one should come first. */
export interface Analogy {
  readonly group: string;
  readonly expression: string;
  readonly expect: readonly string[];
}

/** An axis, with titles of notes that lie towards its one pole and towards the other. */
export interface WrittenAxis {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly order: readonly [readonly string[], readonly string[]];
}

type Notes = Readonly<Record<'en' | 'es', Readonly<Record<string, string>>>>;

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;

export const NOTES = read<Notes>('notes.json');
export const ANALOGIES = read<Analogy[]>('analogies.json');
export const AXES = read<WrittenAxis[]>('axes.json');

/** The collection as a vault. */
export function vaultOf(languages: readonly ('en' | 'es')[]): Record<string, string> {
  return Object.fromEntries(
    languages.flatMap((language) =>
      Object.entries(NOTES[language]).map(([title, text]) => [
        `${language}/${title}.md`,
        `# ${title}\n\n${text}\n`,
      ]),
    ),
  );
}

/** Whether the expression is all English: its answers and notes are, and it stands in no mixed or Spanish group. */
export function isEnglish({ group, expression, expect }: Analogy): boolean {
  const titles = parseExpression(expression).flatMap(({ kind, text }) => (kind === 'note' ? [text] : []));
  return group !== 'across' && [...titles, expect[0]!].every((title) => title in NOTES.en);
}

export const isEnglishAxis = ({ order }: WrittenAxis): boolean =>
  order.flat().every((title) => title in NOTES.en);
