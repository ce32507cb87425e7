/**
 * Frame times of the chart's drawing beside regl-scatterplot's, on the same points, in the same page: the layers that
 * the app draws, panned and zoomed in turns with the rival. Chromium draws without a graphics card here.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium, launchChromium } from '../test/e2e/support/chromium.ts';
import { machine, median, table } from './lib/report.ts';

const { values } = parseArgs({
  options: {
    points: { type: 'string', default: '1000,10000,100000' },
    frames: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '3' },
    pictures: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`Usage: npm run bench -- chart-frames [--points 1000,10000,100000] [--frames 60] [--rounds 3] [--pictures FOLDER]

Every round draws FRAMES frames of each, in turns. --pictures keeps what each has drawn.`);
  process.exit(0);
}
const chromium = findChromium();
if ('reason' in chromium) throw new Error(chromium.reason);

/** Who draws: ours as the app has it, ours without names, which the rival has not either, and the rival. */
const DRAWERS = ['named', 'points', 'rival'] as const;
type Drawer = (typeof DRAWERS)[number];
const MOTIONS = ['pan', 'zoom'] as const;

/** What WebGL draws with. */
const RENDERER = `(() => {
  const gl = document.createElement('canvas').getContext('webgl2');
  return gl.getParameter(gl.getExtension('WEBGL_debug_renderer_info').UNMASKED_RENDERER_WEBGL);
})()`;

const base = mkdtempSync(path.join(tmpdir(), 'portolan-bench-'));
const browser = await launchChromium(chromium.path, [
  // A frame is shown as soon as it is drawn: what is measured is drawing, not the screen's pace.
  '--disable-frame-rate-limit',
  '--disable-gpu-vsync',
]);
const session = await browser.newBrowserCDPSession();
try {
  const script = await bundled(base);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  page.on('pageerror', (error) => console.error(error));
  await page.goto('about:blank');
  await page.addScriptTag({ path: script });
  console.log(`${machine()} · load ${loadavg()[0]!.toFixed(1)} · ${await page.evaluate(RENDERER)}\n`);
  const rows: (string | number)[][] = [];
  for (const count of values.points.split(',').map(Number)) rows.push(...(await compared(page, count)));
  table(
    [
      'points',
      'moving',
      ...['ours', 'without names', 'regl-scatterplot'].map((who) => `${who}, p50 / p95 ms`),
      'ratio',
      'without names',
      'processor ms a frame: ours, without names, rival',
      'ratio',
      'without names',
    ],
    rows,
  );
} finally {
  await browser.close();
  rmSync(base, { recursive: true, force: true });
}

async function compared(page: Page, count: number): Promise<(string | number)[][]> {
  await page.evaluate(`frames.make(${count}, ${JSON.stringify(DRAWERS)})`);
  const rows: (string | number)[][] = [];
  for (const motion of MOTIONS) {
    const times: Record<Drawer, number[][]> = { named: [], points: [], rival: [] };
    const works: Record<Drawer, number[]> = { named: [], points: [], rival: [] };
    for (let round = 0; round <= Number(values.rounds); round++)
      for (const who of DRAWERS) {
        const before = await worked();
        const frames = await run(page, who, motion, Number(values.frames));
        // The first round warms.
        if (round > 0) {
          times[who].push(frames);
          works[who].push(((await worked()) - before) / frames.length);
        } else if (values.pictures)
          await page.screenshot({ path: path.join(values.pictures, `${count}-${motion}-${who}.png`) });
      }
    const ratio = (who: Drawer) =>
      median(times[who].map((frames, round) => median(frames) / median(times.rival[round]!)));
    const share = (who: Drawer) => median(works[who].map((ms, round) => ms / works.rival[round]!));
    rows.push([
      count.toLocaleString('en'),
      motion,
      ...DRAWERS.map((who) => `${at(times[who].flat(), 0.5)} / ${at(times[who].flat(), 0.95)}`),
      ratio('named').toFixed(2),
      ratio('points').toFixed(2),
      DRAWERS.map((who) => median(works[who]).toFixed(0)).join(' / '),
      share('named').toFixed(2),
      share('points').toFixed(2),
    ]);
  }
  return rows;
}

/** Milliseconds of processor that all of the browser's processes have taken, whoever else is at work on the machine. */
async function worked(): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return 1000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

function run(page: Page, who: Drawer, motion: string, count: number): Promise<number[]> {
  return page.evaluate<number[]>(`frames.run('${who}', '${motion}', ${count})`);
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(1);
}

/** The page's script, from the app's own sources. */
async function bundled(outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    root: path.resolve(import.meta.dirname, 'page'),
    build: {
      outDir,
      emptyOutDir: false,
      target: 'chrome130',
      lib: {
        entry: path.join(import.meta.dirname, 'page/frames.ts'),
        formats: ['iife'],
        name: 'bench',
        fileName: () => 'frames.js',
      },
    },
  });
  return path.join(outDir, 'frames.js');
}
