import { describe, expect, it } from 'vitest';
import { ERRORS, type ErrorCode } from '../common/error-codes.ts';
import { PortolanError } from '../common/errors.ts';
import type { Handlers } from '../engine/router.ts';
import { EXIT, exitOf } from './exit-codes.ts';
import { EXIT_CODES } from './help.ts';
import { runCommandLine } from './program.ts';
import { reportError, UsageError } from './report.ts';
import { clientOf } from './testing/client.ts';
import { testContext } from './testing/context.ts';
import {
  entry,
  hit,
  indexResult,
  relatedNote,
  relatedResult,
  searchResult,
  status,
} from './testing/contract-data.ts';

function world(handlers: Partial<Handlers> = {}, input = '') {
  const made = testContext(clientOf(handlers), input);
  const run = async (...args: string[]) => {
    try {
      return await runCommandLine(args, made.context, '1.2.3');
    } catch (error) {
      return reportError(error, made.context.err, args.includes('--json'));
    }
  };
  return { ...made, run };
}

const answers: Partial<Handlers> = {
  related: async ({ note, limit, unlinkedOnly }) =>
    relatedResult(note, [relatedNote(`${limit} ${unlinkedOnly}`)].slice(0, note === 'Lonely' ? 0 : 1)),
  search: async ({ query }) => searchResult(query === 'nothing' ? [] : [hit(query)]),
};

describe('the command line', () => {
  it('tells what is wrong with it, and which help to read', async () => {
    const cases: [string[], RegExp][] = [
      [[], /Say what to do.*USAGE\n.*“portolan --help”/],
      [['index'], /Missing required argument 'vault'.*USAGE\n.*“portolan index --help”/],
      [['relate', 'v', 'n'], /Unknown command 'relate' \(Did you mean related\?\) {2}USAGE\n/],
      [['search', 'v'], /Missing required argument 'words'/],
      [['related', 'v', 'n', '--limit', '0'], /whole number from 1 to 200/],
      [['related', 'v', 'n', '--limit', '5.5'], /whole number from 1 to 200/],
      [['related', 'v', 'n', 'too-much'], /Too many arguments/],
      [['index', 'v', '--colour'], /Unknown option '--colour'/],
      [['search', 'v', 'tides', '--limt', '3'], /Unknown option '--limt'.*\n.*“portolan search --help”/],
      [['ledger', 'v', '--outcome', 'odd'], /Allowed choices are indexed, waiting, skipped, failed/],
    ];
    for (const [args, said] of cases) {
      const { run, err, out } = world();
      expect(await run(...args), args.join(' ')).toBe(EXIT.usage);
      expect(err.text).toMatch(said);
      expect(out.text).toBe('');
    }
  });

  it('takes a minus before a word as part of the question', async () => {
    const asked: string[] = [];
    const { run } = world({
      search: async ({ query }) => {
        asked.push(query);
        return searchResult([hit(query)]);
      },
    });
    expect(await run('search', 'v', 'how', 'tides', '-moon', 'work', '--limit', '3')).toBe(EXIT.ok);
    expect(asked).toEqual(['how tides -moon work']);
  });

  it('explains every command with examples, and the exit codes, on stdout', async () => {
    for (const command of ['index', 'related', 'search', 'status', 'ledger', 'start']) {
      const { run, out, err } = world();
      expect(await run(command, '--help')).toBe(EXIT.ok);
      expect(out.text).toContain(`$ portolan ${command} `);
      expect(err.text).toBe('');
    }
    const { run, out } = world();
    expect(await run('--help')).toBe(EXIT.ok);
    for (const code of Object.values(EXIT)) expect(out.text).toMatch(new RegExp(` ${code} {2}`));
    expect(out.text).toContain(EXIT_CODES);
  });

  it('prints its version', async () => {
    const { run, out } = world();
    expect(await run('--version')).toBe(EXIT.ok);
    expect(out.text).toBe('1.2.3\n');
  });
});

describe('commands', () => {
  it('pass on their options, print results on stdout, and close the engine', async () => {
    const { run, out, leftOpen } = world(answers);
    expect(await run('related', 'v', 'Tides', '--limit', '3', '--unlinked')).toBe(EXIT.ok);
    expect(out.text).toContain('3 true');
    expect(leftOpen()).toBe(0);
  });

  it('join the words of a question, or read it from stdin', async () => {
    const { run, out } = world(answers, 'salt\n');
    expect(await run('search', 'v', 'why', 'is', 'the', 'sea')).toBe(EXIT.ok);
    expect(await run('search', 'v', '--', '-5', 'degrees')).toBe(EXIT.ok);
    expect(await run('search', 'v', '-')).toBe(EXIT.ok);
    for (const title of ['why is the sea', '-5 degrees', 'salt']) expect(out.text).toContain(` 1  ${title} `);
  });

  it('exit with 1 where nothing is found, and still say so', async () => {
    const { run, out } = world(answers);
    expect(await run('search', 'v', 'nothing')).toBe(EXIT.nothing);
    expect(await run('related', 'v', 'Lonely')).toBe(EXIT.nothing);
    expect(out.text).toContain('Nothing found.');
    expect(out.text).toContain('No related notes.');
  });

  it('index first, unless told not to or another Portolan does', async () => {
    let indexed = 0;
    const index = async () => {
      indexed++;
      return indexResult();
    };
    expect(await world({ ...answers, index }).run('search', 'v', 'a')).toBe(EXIT.ok);
    expect(indexed).toBe(1);
    expect(await world({ ...answers, index }).run('search', 'v', 'a', '--no-index')).toBe(EXIT.ok);
    const reader = { ...answers, index, status: async () => status({ writer: false }) };
    expect(await world(reader).run('search', 'v', 'a')).toBe(EXIT.ok);
    expect(indexed).toBe(1);
    const refused = world(reader);
    expect(await refused.run('index', 'v')).toBe(EXIT.index);
    expect(refused.err.text).toContain('INDEX_IN_USE');
  });

  it('say by their exit code that some notes failed', async () => {
    const { run, out } = world({ index: async () => indexResult({ indexed: 9, failed: 1 }) });
    expect(await run('index', "my 'vault")).toBe(EXIT.incomplete);
    expect(out.text).toContain(`“portolan ledger 'my '\\''vault'” says why`);
  });

  it('print JSON that is the contract’s, and errors as JSON on stderr', async () => {
    const { run, out, err } = world(answers);
    expect(await run('search', 'v', 'tides', '--json')).toBe(EXIT.ok);
    expect(JSON.parse(out.text).hits[0].note.title).toBe('tides');
    expect(err.text).toBe('');
    const failing = world();
    expect(await failing.run('related', 'v', 'Nowhere', '--json')).toBe(EXIT.vault);
    expect(failing.out.text).toBe('');
    expect(JSON.parse(failing.err.text)).toEqual({
      error: {
        code: 'NOTE_NOT_FOUND',
        what: 'There is no note called “Nowhere” in this vault.',
        todo: 'Check the name; there is none.',
        params: { name: 'Nowhere', hint: 'there is none.' },
      },
    });
  });

  it('show the ledger’s notable entries, and say so where there are none', async () => {
    const ledger: Handlers['ledger'] = async ({ notable }) => (notable ? [] : [entry('fine.md')]);
    const { run, out, err } = world({ ledger });
    expect(await run('ledger', 'v')).toBe(EXIT.ok);
    expect(err.text).toBe('Every file is indexed, and none was odd.\n');
    expect(await run('ledger', 'v', '--all')).toBe(EXIT.ok);
    expect(out.text).toBe('1 file indexed\n  fine.md\n');
  });

  it('answer at a pipe: index, then line by line, then the end', async () => {
    const { run, out, err, leftOpen } = world(answers, 'Tides\n');
    expect(await run('start', 'v')).toBe(EXIT.ok);
    expect(out.text).toMatch(/^Tides\n/);
    expect(err.text).toMatch(/^Portolan {2}\/home\/ada\/Notes\n/);
    expect(leftOpen()).toBe(0);
  });

  it('close the engine when the work fails', async () => {
    const { run, leftOpen } = world({
      index: async () => {
        throw new PortolanError('DISK_FULL', { path: '/p' });
      },
    });
    expect(await run('index', 'v')).toBe(EXIT.index);
    expect(await run('start', 'v')).toBe(EXIT.index);
    expect(leftOpen()).toBe(0);
  });
});

describe('reportError', () => {
  it('is two lines: what, and what to do', () => {
    const { context, err } = world();
    expect(reportError(new PortolanError('VAULT_NOT_FOUND', { path: '/n\u001bo' }), context.err, false)).toBe(
      3,
    );
    expect(err.text).toBe(
      'portolan: There is no folder at /n␛o.  VAULT_NOT_FOUND\n' +
        '          Check the path. If the vault is on another drive, connect it first.\n',
    );
  });

  it('says where a fault of ours is', () => {
    const { context, err } = world();
    expect(reportError(new TypeError('x is not a function'), context.err, false)).toBe(EXIT.internal);
    expect(err.text).toContain('program.test.ts');
  });

  it('gives usage errors a code of their own', () => {
    const { context, err } = world();
    expect(reportError(new UsageError('No.', 'portolan'), context.err, true)).toBe(EXIT.usage);
    expect(JSON.parse(err.text).error.code).toBe('USAGE');
  });

  it('has a meaning for every code', () => {
    const known = new Set<number>(Object.values(EXIT));
    for (const code of Object.keys(ERRORS) as ErrorCode[]) {
      expect(known.has(exitOf(code)), code).toBe(true);
      expect(exitOf(code), code).not.toBe(EXIT.ok);
    }
  });
});
