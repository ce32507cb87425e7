import ignore from 'ignore';

/** Lines of a field as patterns: without blank ones and without spaces around. */
export const patternsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** Of these notes, those that the patterns leave out. Case does not matter, as in the scan. */
export function leaving(paths: readonly string[], patterns: readonly string[]): string[] {
  if (patterns.length === 0) return [];
  const rules = ignore({ ignorecase: true, allowRelativePaths: true }).add([...patterns]);
  return paths.filter((path) => rules.ignores(path));
}
