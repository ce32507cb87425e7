/**
 * The app as a person feels it: from its start to a note that can be read, from note to note, from key to words, to the
 * chart's first picture, and what indexing does to the page meanwhile. In Chromium against `portolan serve`.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { findChromium, launchChromium } from '../test/e2e/support/chromium.ts';
import { startServing } from '../test/e2e/support/serving.ts';
import { IN_PAGE, memoryOf, percentiles } from './lib/in-page.ts';
import { machine, table } from './lib/report.ts';

const { values } = parseArgs({
  options: {
    vault: { type: 'string' },
    data: { type: 'string' },
    starts: { type: 'string', default: '5' },
    notes: { type: 'string', default: '40' },
    indexing: { type: 'string', default: '60' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help || !values.vault) {
  console.log(`Usage: npm run bench -- app --vault VAULT [--data FOLDER] [--starts 5] [--notes 40] [--indexing 60]

FOLDER holds an index of the vault that is complete; it is copied. Without it the vault is indexed first. --indexing is for
how many seconds the page is watched while the vault is indexed from nothing; 0 leaves that out.`);
  process.exit(values.help ? 0 : 2);
}
const chromium = findChromium();
if ('reason' in chromium) throw new Error(chromium.reason);
const vault = path.resolve(values.vault);
const base = mkdtempSync(path.join(tmpdir(), 'portolan-bench-'));
const [dataDir, configDir] = [path.join(base, 'data'), path.join(base, 'config')];
if (values.data && existsSync(values.data)) cpSync(values.data, dataDir, { recursive: true });
mkdirSync(configDir);
writeFileSync(path.join(configDir, 'settings.json'), JSON.stringify({ language: 'en', theme: 'light' }));
const browser = await launchChromium(chromium.path, ['--enable-precise-memory-info']);
const tree = { name: 'Notes of the vault' };
const rows: (string | number)[][] = [];
const row = (what: string, times: readonly number[], goal: string) => {
  const { p50, p95, worst } = percentiles(times);
  rows.push([what, times.length, p50, p95, worst, goal]);
};

try {
  console.log(machine());
  await warm();
  await starts();
  await notes();
  await charts();
  if (Number(values.indexing) > 0) await indexing();
  table(['ms', 'n', 'p50', 'p95', 'worst', 'goal'], rows);
} finally {
  await browser.close();
  rmSync(base, { recursive: true, force: true });
}

/** Serves the vault for as long as the work takes, in a page of its own. */
async function withPage<T>(data: string, work: (page: Page, begun: number, served: number) => Promise<T>) {
  // The browser stands open, with nothing of the app in it: its own start is not the app's.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(IN_PAGE);
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  const begun = Date.now();
  const serving = await startServing({ vault, dataDir: data, configDir, threads: 2 });
  const served = Date.now() - begun;
  try {
    await page.goto(serving.address, { waitUntil: 'commit' });
    return await work(page, begun, served);
  } finally {
    await context.close();
    await serving.close();
  }
}

/** A complete index, Node's compiled code, and a note that was open last. */
async function warm(): Promise<void> {
  await withPage(dataDir, async (page) => {
    await page
      .getByRole('contentinfo')
      .getByText(/^[\d,]+ notes$/)
      .waitFor();
    await page.getByRole('tree', tree).waitFor();
    await page.keyboard.press('End');
    await page.evaluate('bench.openFirstNote()');
    await page.locator('main article').waitFor();
    // Tabs are remembered once they rest.
    await page.evaluate('new Promise((resolve) => setTimeout(resolve, 1500))');
  });
}

async function starts(): Promise<void> {
  const [texts, hosts, asked, read, notes, sizes]: number[][] = [[], [], [], [], [], []];
  for (let i = 0; i < Number(values.starts); i++)
    await withPage(dataDir, async (page, begun, served) => {
      const number = (expression: string) => page.evaluate(expression) as Promise<number>;
      texts!.push((await number('bench.firstText')) - begun);
      hosts!.push(served);
      asked!.push((await number("bench.marked('portolan:asking')")) - begun);
      read!.push((await number("bench.marked('portolan:read')")) - begun);
      notes!.push((await number("bench.marked('portolan:note')")) - begun);
      sizes!.push(await number('bench.fetched()'));
    });
  row('start: text of the note that was open, painted', texts!, '1,500');
  row('  until the host listens', hosts!, '');
  row('  until the page’s first code asks for the note', asked!, '');
  row('  until all of the page’s code is read', read!, '');
  row('  until the note’s text has come', notes!, '');
  rows.push(['  KiB of code and styles until then', 1, percentiles(sizes!).p50, '', '', '']);
}

async function notes(): Promise<void> {
  const switched = { text: [] as number[], related: [] as number[] };
  for (let i = 0; i < Number(values.starts); i++)
    await withPage(dataDir, async (page) => {
      await page.getByRole('tree', tree).waitFor();
      await page.locator('main article').first().waitFor();
      const times = (await page.evaluate(`bench.switchNotes(${Number(values.notes)})`)) as typeof switched;
      switched.text.push(...times.text);
      switched.related.push(...times.related);
    });
  row('switching notes from the first moment on: text painted', switched.text, '100');
  row('switching notes from the first moment on: related shown', switched.related, '');
  await withPage(dataDir, async (page) => {
    await page.getByRole('tree', tree).waitFor();
    await page
      .getByRole('contentinfo')
      .getByText(/^[\d,]+ notes$/)
      .waitFor();
    const frames = (await page.evaluate('bench.scrollTree(120)')) as number[];
    row('scrolling the tree: a frame', frames, '16.7');
    await page.keyboard.press('ControlOrMeta+Shift+F');
    await page.getByRole('combobox', { name: 'Search notes' }).waitFor();
    const keys: number[] = [];
    for (const letter of 'knowledge garden systems') {
      await page.evaluate('bench.beginKey()');
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      const took = (await page.evaluate('bench.keyShown()')) as number | null;
      if (took !== null) keys.push(took);
    }
    row('a key in the search: words shown', keys, '100');
    const { heap, renderer } = await memoryOf(page, browser);
    rows.push(['renderer, MiB: JavaScript heap / private memory', 1, heap, renderer, '', '300']);
  });
}

/**
 * The chart from its keys to its first picture, in pages that have been open for a while; before them once where there may
 * be none yet, so that it is worked out. What draws is slow to begin where there is no graphics card: one point says how slow.
 */
async function charts(): Promise<void> {
  const [walls, tasks, scripts, points]: number[][] = [[], [], [], []];
  for (let i = -1; i < Number(values.starts); i++)
    await withPage(dataDir, async (page) => {
      await page
        .getByRole('contentinfo')
        .getByText(/^[\d,]+ notes$/)
        .waitFor();
      // Its code is fetched while the page is idle.
      await page.evaluate('new Promise((resolve) => setTimeout(resolve, 6000))');
      const session = await page.context().newCDPSession(page);
      // Seconds of the page's own work, whoever else is at work on the machine.
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const worked = async () => {
        const { metrics } = await session.send('Performance.getMetrics');
        const of = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
        return { task: of('TaskDuration'), script: of('ScriptDuration') };
      };
      const before = await worked();
      const wall = (await page.evaluate('bench.openChart()')) as number;
      walls!.push(wall);
      const after = await worked();
      tasks!.push(after.task - before.task);
      scripts!.push(after.script - before.script);
      if (i < 0) {
        row('opening the chart: for the first time, or worked out already', [wall], '');
        for (const times of [walls!, tasks!, scripts!]) times.length = 0;
      } else points!.push((await page.evaluate('bench.onePoint()')) as number);
      // The view is remembered: the next page is to begin with the note again.
      await page.getByRole('radio', { name: 'Note', exact: true }).click({ force: true });
      await page.evaluate('new Promise((resolve) => setTimeout(resolve, 1500))');
    });
  row('opening the chart: first picture', walls!, '500');
  row('  of which work of the page’s thread', tasks!, '500');
  row('  of which its code', scripts!, '');
  row('one point on a canvas of that size, by WebGL', points!, '');
}

async function indexing(): Promise<void> {
  await withPage(path.join(base, 'fresh'), async (page) => {
    await page.getByRole('contentinfo').waitFor();
    const tasks = (await page.evaluate(`bench.longTasks(${Number(values.indexing) * 1000})`)) as number[];
    row('while indexing from nothing: tasks above 50 ms', tasks, '100');
    rows.push(['  of which above 100 ms', tasks.filter((ms) => ms > 100).length, '', '', '', '0']);
  });
}
