/** Options of the browser's host: whoever gives one wants that. With `true`, a word follows. */
const OF_THE_BROWSER = {
  '--browser': false,
  '--no-open': false,
  '--port': true,
  '--model': true,
  '--threads': true,
};
/** Words that follow options which are not of one host only. */
const WITH_WORD = ['--data', '--limit'];

/**
 * What the words after `npm start --` ask for.
 *
 * @param {readonly string[]} words
 * @returns {{ host: 'help' | 'terminal' | 'browser' | 'window', vault: string | null, data: string | null, words: string[] }}
 *   `words` are those that the command line understands, the vault among them
 */
export function readWords(words) {
  const kept = words.filter((word) => word !== '--browser' && word !== '--terminal');
  const has = (...names) => words.some((word) => names.includes(word.split('=')[0]));
  const host = has('--help', '-h')
    ? 'help'
    : has('--terminal')
      ? 'terminal'
      : has(...Object.keys(OF_THE_BROWSER))
        ? 'browser'
        : 'window';
  return { host, vault: vaultAmong(kept), data: optionOf('--data', kept), words: kept };
}

function vaultAmong(words) {
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === '--') return words[i + 1] ?? null;
    if (!word.startsWith('-')) return word;
    if (OF_THE_BROWSER[word] || WITH_WORD.includes(word)) i++;
  }
  return null;
}

function optionOf(name, words) {
  const at = words.findIndex((word) => word === name || word.startsWith(`${name}=`));
  if (at < 0) return null;
  return words[at] === name ? (words[at + 1] ?? null) : words[at].slice(name.length + 1);
}

export const HELP = `usage: npm start -- [vault] [options]

Installs what is missing and opens a vault: in a window where Electron runs, else in a browser’s tab. Without one,
a window has the vault that was open last; before there is any, and in a tab, it is the sample vault.

  --browser         in a browser’s tab in any case; so do the next four
  --no-open         print the address only
  --port <n>        listen there
  --model <id>      use this model
  --threads <n>     threads that read with the model
  --data <folder>   keep indexes in this folder
  --terminal        no window: a prompt in this terminal, or lines from a pipe
`;
