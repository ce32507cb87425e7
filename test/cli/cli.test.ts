import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RelatedResultSchema } from '../../src/contract/related.ts';
import { SearchResultSchema } from '../../src/contract/search.ts';
import { IndexResultSchema, StatusSchema } from '../../src/contract/status.ts';
import { createWorld } from './support.ts';

const world = createWorld({
  'Tides.md': '# Tides\n\nThe sea rises and falls twice a day because the Moon pulls at it. See [[Moon]].\n',
  'Moon.md': '# Moon\n\nThe Moon pulls the sea towards itself, and so there are tides.\n',
  'Bread.md': '# Bread\n\nFlour, water, salt and time. Knead the dough and let it rise before baking.\n',
  'cocina/Pan gallego.md':
    '# Pan gallego\n\nHarina, agua, sal y tiempo. La masa se deja reposar una noche.\n',
  'Evil\u001b[31m\u202ename.md':
    '# Evil\u001b[2J title\n\nA ship in a storm \u001b]0;pwned\u0007 far out at sea.\n',
});
afterAll(() => world.remove());

// Each command is a process that opens the engine: on a busy machine that takes its time.
describe('portolan on a vault', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    const { code, out, err } = await world.run(['index', world.vault]);
    expect({ code, err: /failed/.test(err) }).toEqual({ code: 0, err: false });
    expect(out).toMatch(/^5 notes in the index after .*: 5 new or changed\.\n/);
  }, 120_000);

  it('does nothing twice', async () => {
    const { code, out } = await world.run(['index', world.vault, '--json']);
    expect(code).toBe(0);
    const result = IndexResultSchema.parse(JSON.parse(out));
    expect(result).toMatchObject({ indexed: 0, unchanged: 5, embedded: 0, failed: 0 });
  });

  it('shows related notes with the passages on stdout, and nothing else there', async () => {
    const { code, out } = await world.run(['related', world.vault, 'Tides', '--limit', '1']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Tides\nTides\.md\n\n 1 {2}Moon /);
    expect(out).toMatch(/Moon\.md · linked from here/);
    expect(out).toMatch(/ here {2}“.*rises and falls/);
    expect(out).toMatch(/there {2}“.*pulls the sea/);
  });

  it('answers in the contract’s JSON', async () => {
    const related = await world.run(['related', world.vault, 'Moon.md', '--json', '--no-index']);
    expect(RelatedResultSchema.parse(JSON.parse(related.out)).results[0]?.note.path).toBe('Tides.md');
    const search = await world.run(['search', world.vault, 'dough', 'that', 'rises', '--json', '--no-index']);
    expect(SearchResultSchema.parse(JSON.parse(search.out)).hits[0]?.note.path).toBe('Bread.md');
    const status = await world.run(['status', world.vault, '--json']);
    expect(StatusSchema.parse(JSON.parse(status.out)).counts.notes).toBe(5);
    expect([related.err, search.err, status.err]).toEqual(['', '', '']);
  });

  it('takes up what was saved since, before it answers', async () => {
    world.write('Zymurgy.md', '# Zymurgy\n\nThe quixotic art of fermentation.\n');
    const { code, out } = await world.run(['search', world.vault, 'quixotic fermentation', '--limit', '1']);
    expect(code).toBe(0);
    expect(out).toMatch(/^ 1 {2}Zymurgy /);
  });

  it('sends a terminal nothing that stands in a note or its name', async () => {
    const { code, out, err } = await world.run(['search', world.vault, 'storm', '--limit', '1']);
    expect(code).toBe(0);
    expect(out).toContain('Evil␛');
    expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it('has colour only where it is asked for', async () => {
    const args = ['search', world.vault, 'tides', '--no-index'];
    const bold = '\u001b[1m';
    expect((await world.run(args, { env: { FORCE_COLOR: '1' } })).out).toContain(bold);
    expect((await world.run(args, { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).out).not.toContain(bold);
  });

  it('talks line by line at a pipe, and ends well', async () => {
    const input = 'Tides\n1\n[[Nowhere]]\n:ledger\n:status\n¿cuánto reposa la masa?\n';
    const { code, out, err } = await world.run(['start', world.vault, '--limit', '2'], { input });
    expect(code).toBe(0);
    expect(out).toMatch(/^Tides\n/);
    expect(out).toMatch(/^Moon\n/m);
    expect(out).toMatch(/“¿cuánto reposa la masa\?”\n\n 1 {2}Pan gallego/);
    expect(out).toMatch(/^Passages .*100 % with a vector$/m);
    expect(out).not.toMatch(/^(Looking|Reading|Embedding|Indexing)/m);
    expect(err).toContain('NOTE_NOT_FOUND');
  });

  it('is silent when its reader goes away', async () => {
    const { child, ended } = world.begin(['search', world.vault, 'sea', '--no-index']);
    child.stdin.end();
    child.stdout.destroy();
    const { code, signal, err } = await ended;
    expect({ code, signal, err }).toEqual({ code: 0, signal: null, err: '' });
  });

  it('says in two lines what went wrong and what to do', async () => {
    const missing = await world.run(['index', `${world.vault}-not`]);
    expect(missing).toMatchObject({ code: 3, out: '' });
    expect(missing.err).toMatch(
      /^portolan: There is no folder at .*VAULT_NOT_FOUND\n {10}Check the path.*\n$/,
    );
    const empty = await world.run(['search', world.vault, '   ']);
    expect(empty.code).toBe(2);
    expect(empty.err).toContain('QUERY_EMPTY');
  });
});

describe('portolan before there is an index', { timeout: 120_000 }, () => {
  it('says so, and which command makes one', async () => {
    const bare = createWorld({ 'a.md': 'a' });
    try {
      for (const command of [['status'], ['ledger'], ['search', 'x'], ['related', 'a']]) {
        const [name = '', ...rest] = command;
        const noIndex = rest.length ? ['--no-index'] : [];
        const { code, err } = await bare.run([name, bare.vault, ...rest, ...noIndex]);
        expect({ name, code }).toEqual({ name, code: 4 });
        expect(err).toMatch(/INDEX_MISSING\n.*portolan index/);
      }
    } finally {
      bare.remove();
    }
  });
});

describe.skipIf(process.platform === 'win32')('Ctrl-C while indexing', () => {
  it('stops cleanly, keeps what was done, and the next run goes on', async () => {
    const prose = (i: number) =>
      `# Note ${i}\n\n${`On day ${i} the crew of ship ${i * 7} wrote ${i * 13} lines about the weather. `.repeat(8)}`;
    const many = createWorld(
      Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`n${i}.md`, prose(i)])),
    );
    try {
      const { child, ended } = many.begin(['index', many.vault]);
      await new Promise((resolve) => child.stderr.once('data', resolve));
      child.kill('SIGINT');
      const { code, out, err } = await ended;
      expect(code).toBe(130);
      expect(out).toBe('');
      expect(err).toMatch(/Stopped\. {2}CANCELLED\n.*What was done is kept/);
      const again = await many.run(['index', many.vault, '--json']);
      expect(again.code).toBe(0);
      expect(JSON.parse(again.out)).toMatchObject({ failed: 0 });
      const status = StatusSchema.parse(JSON.parse((await many.run(['status', many.vault, '--json'])).out));
      expect(status.counts).toMatchObject({ notes: 250, waiting: 0, failed: 0 });
      expect(status.counts.vectors).toBe(status.counts.chunks);
    } finally {
      many.remove();
    }
  }, 180_000);
});
