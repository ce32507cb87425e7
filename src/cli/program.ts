import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { algebra } from './commands/algebra.ts';
import { axis } from './commands/axis.ts';
import { duplicates } from './commands/duplicates.ts';
import { collect, withFilterOptions } from './commands/filter-options.ts';
import { indexVault } from './commands/index-vault.ts';
import { ledger } from './commands/ledger.ts';
import { related } from './commands/related.ts';
import { search } from './commands/search.ts';
import { serve } from './commands/serve.ts';
import { start } from './commands/start.ts';
import { status } from './commands/status.ts';
import type { Context } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { EXAMPLES, EXIT_CODES } from './help.ts';
import { UsageError } from './report.ts';

/**
 * Runs one command line. Resolves to its exit code; rejects with UsageError where the line makes no sense and with
 * whatever the command rejects with. `args` are the words after the program's name.
 */
export async function runCommandLine(args: readonly string[], context: Context, version: string) {
  let code: number = EXIT.ok;
  const program = createProgram(context, version, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.ok;
    // Commander would print its help: here a word is enough, as for every other mistake.
    const message = error.code === 'commander.help' ? `say what to do: ${names(program)}` : error.message;
    throw new UsageError(sentence(message), commandOf(program, args));
  }
  return code;
}

function createProgram(context: Context, version: string, done: (code: number) => void): Command {
  const program = new Command('portolan')
    .description('Related notes with their evidence, and search by meaning, for a folder of Markdown notes.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'explain a command')
    .helpCommand('help [command]', 'explain a command')
    .addHelpText('after', `\n${EXAMPLES.portolan}\n\n${EXIT_CODES}`);

  const command = (usage: string, description: string) => {
    const made = program.command(usage).description(description);
    return made
      .option('--data <folder>', 'keep indexes in this folder, not in the system’s place for them')
      .option('--model <id>', 'use this model')
      .addHelpText('after', `\n${EXAMPLES[made.name() as keyof typeof EXAMPLES]}`);
  };
  const json = () => new Option('--json', 'print JSON, errors too');
  const noIndex = () =>
    new Option('--no-index', 'answer from the index as it is, without looking for changes');

  command('index <vault>', 'bring a vault’s index up to date')
    .addOption(json())
    .action(async (vault, options) => done(await indexVault(context, vault, options)));
  withFilterOptions(
    command(
      'related <vault> <note>',
      'the notes related to a note, given by title, alias, file name or path',
    ),
  )
    .addOption(limit(10))
    .option('--unlinked', 'leave out notes that are already linked')
    .addOption(noIndex())
    .addOption(json())
    .action(async (vault, note, options) => done(await related(context, vault, note, options)));
  withFilterOptions(
    command(
      'search <vault> <words...>',
      'the passages that a question’s words and meaning find; - reads stdin',
    ),
  )
    .allowUnknownOption()
    .option('--path <text>', 'only notes whose path says this; may be given more than once', collect)
    .option('--prefix', 'the last word may be the beginning of a longer one')
    .addOption(limit(10))
    .addOption(noIndex())
    .addOption(json())
    .action(async (vault, words, options) =>
      done(await search(context, vault, asked('search', words), options)),
    );
  withFilterOptions(
    command(
      'algebra <vault> <expression...>',
      'notes that add up: king - man + woman, [[Note A]] - [[Note B]]',
    ),
  )
    .allowUnknownOption()
    .addOption(limit(10))
    .addOption(noIndex())
    .addOption(json())
    .action(async (vault, words, options) =>
      done(await algebra(context, vault, asked('algebra', words), options)),
    );
  withFilterOptions(
    command('axis <vault> <from> <to>', 'notes ordered between two poles: words, phrases or notes'),
  )
    .option('--note <note>', 'only this note; may be given more than once', collect)
    .addOption(limit(20))
    .addOption(noIndex())
    .addOption(json())
    .action(async (vault, from, to, options) => done(await axis(context, vault, [from, to], options)));
  command(
    'duplicates <vault> [note]',
    'notes whose text is largely the same, and translations of one another',
  )
    .addOption(new Option('--kind <kind>', 'only these').choices(['duplicate', 'contained', 'translation']))
    .addOption(limit(20))
    .addOption(new Option('--offset <n>', 'how many to leave out at the beginning').argParser(wholeNumber))
    .addOption(noIndex())
    .addOption(json())
    .action(async (vault, note, options) => done(await duplicates(context, vault, note, options)));
  command('status <vault>', 'what the index holds, and where it lies')
    .addOption(json())
    .action(async (vault, options) => done(await status(context, vault, options)));
  command('ledger <vault>', 'what became of each file, and why')
    .addOption(
      new Option('--outcome <outcome>', 'only these files').choices([
        'indexed',
        'waiting',
        'skipped',
        'failed',
      ]),
    )
    .option('--all', 'also the files about which there is nothing to say')
    .addOption(json())
    .action(async (vault, options) => done(await ledger(context, vault, options)));
  command('start [vault]', 'index a vault and answer at a prompt; without a vault, the sample vault')
    .addOption(limit(5))
    .action(async (vault, options) => done(await start(context, vault, options)));
  command('serve [vault]', 'the app in a browser’s tab; without a vault, its welcome page')
    .addOption(
      new Option('--port <n>', 'listen here; any free port otherwise')
        .default(0, 'any')
        .argParser((value) => within(value, 0, 65_535)),
    )
    .option('--no-open', 'print the address only, without opening a browser')
    .addOption(
      new Option('--threads <n>', 'threads that read with the model; about one per core otherwise').argParser(
        (value) => within(value, 1, 64),
      ),
    )
    .action(async (vault, options) => done(await serve(context, vault, options, version)));

  for (const each of [program, ...program.commands])
    each.exitOverride().configureOutput({
      writeOut: (text) => context.out.write(text),
      writeErr: () => {},
      getOutHelpWidth: () => context.out.measure,
      getOutHasColors: () => context.out.style.colour,
    });
  return program;
}

/** Words of a question: `-word` leaves a word out, and is no option; but `--word` is a mistyped one. */
function asked(command: string, words: readonly string[]): readonly string[] {
  const mistyped = words.find((word) => /^--[a-z]/i.test(word));
  if (mistyped) throw new UsageError(`Unknown option '${mistyped}'.`, `portolan ${command}`);
  return words;
}

const LIMITS = { least: 1, most: 200 };

function limit(usual: number): Option {
  return new Option('--limit <n>', 'how many notes to show')
    .default(usual)
    .argParser((value) => within(value, LIMITS.least, LIMITS.most));
}

function within(value: string, least: number, most: number): number {
  const n = Number(value);
  if (Number.isInteger(n) && n >= least && n <= most) return n;
  throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
}

function wholeNumber(value: string): number {
  const n = Number(value);
  if (Number.isInteger(n) && n >= 0) return n;
  throw new InvalidArgumentError('It must be a whole number.');
}

/** Commander's 'error: missing required argument …' as a sentence. */
function sentence(message: string): string {
  const text = message.replace(/^error: /, '').replaceAll('\n', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.?)]$/.test(text) ? '' : '.');
}

const names = (program: Command): string => program.commands.map((c) => c.name()).join(', ');

function commandOf(program: Command, args: readonly string[]): string {
  const named = program.commands.find((c) => args.includes(c.name()));
  return named ? `portolan ${named.name()}` : 'portolan';
}
