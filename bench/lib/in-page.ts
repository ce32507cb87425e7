import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';

/** What measures within the page itself: no round trip to a driver is in its times. */
export const IN_PAGE = `
globalThis.bench = (() => {
  const tasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const until = (condition, most = 10000) =>
    new Promise((done) => {
      const begun = performance.now();
      const look = () => {
        const found = condition();
        if (found || performance.now() - begun > most) done(found);
        else requestAnimationFrame(look);
      };
      look();
    });
  const items = () => [...document.querySelectorAll('[role=treeitem]')];
  const notes = () => items().filter((item) => !item.hasAttribute('aria-expanded'));
  const shown = () => document.querySelector('main section[aria-label]')?.getAttribute('aria-label');
  const related = () => document.querySelector('aside [role=list], aside ul');
  /** The question whose results are shown: those of the next letter may read the same. */
  const results = () => document.querySelector('nav [data-results]')?.dataset.results;
  let key = null;
  const firstText = Promise.withResolvers();
  new MutationObserver((_, observer) => {
    if (!document.querySelector('main article :is(p, li)')) return;
    observer.disconnect();
    void painted().then(() => firstText.resolve(performance.timeOrigin + performance.now()));
  }).observe(document, { childList: true, subtree: true });
  return {
    /** Milliseconds since the epoch. */
    firstText: firstText.promise,
    marked: (name) => performance.timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? NaN),
    /** KiB of code and styles fetched by now. */
    fetched: () =>
      performance
        .getEntriesByType('resource')
        .reduce((sum, { name, encodedBodySize }) => sum + (/\\.(js|css)$/.test(name) ? encodedBodySize : 0), 0) /
      1024,
    async openFirstNote() {
      const tree = document.querySelector('[role=tree]');
      tree.scrollTop = tree.scrollHeight;
      await until(() => notes().length > 0);
      notes()[0].click();
    },
    async switchNotes(count) {
      const times = { text: [], related: [] };
      const tree = document.querySelector('[role=tree]');
      for (let i = 0; i < count; i++) {
        await until(() => notes().some((item) => item.getAttribute('aria-selected') !== 'true'));
        const rest = notes().filter((item) => item.getAttribute('aria-selected') !== 'true');
        const item = rest[(i * 7) % rest.length];
        const before = shown();
        const list = related();
        const begun = performance.now();
        item.click();
        if (!(await until(() => shown() && shown() !== before && document.querySelector('main article')))) continue;
        await painted();
        times.text.push(performance.now() - begun);
        if (await until(() => related() && related() !== list, 3000)) times.related.push(performance.now() - begun);
        if (i % 8 === 7) tree.scrollTop -= 600;
        await painted();
      }
      return times;
    },
    beginKey() {
      const before = results();
      const listen = (event) => {
        removeEventListener('keydown', listen, true);
        const begun = performance.now();
        key = until(() => results() !== before, 2000).then(async (changed) => {
          await painted();
          return changed ? performance.now() - begun : null;
        });
      };
      addEventListener('keydown', listen, true);
    },
    keyShown: () => key,
    async scrollTree(frames) {
      const tree = document.querySelector('[role=tree]');
      if (!tree) return [];
      const times = [];
      let last = performance.now();
      for (let i = 0; i < frames; i++) {
        tree.scrollTop -= 97;
        await new Promise((done) => requestAnimationFrame(done));
        times.push(performance.now() - last);
        last = performance.now();
      }
      return times;
    },
    async openChart() {
      const begun = performance.now();
      dispatchEvent(new KeyboardEvent('keydown', { key: 'g', code: 'KeyG', ctrlKey: true, bubbles: true }));
      await until(() => document.querySelector('[role=application][data-drawn]'), 60000);
      await painted();
      return performance.now() - begun;
    },
    async onePoint() {
      const begun = performance.now();
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: 688, height: 732 });
      canvas.style.cssText = 'position: fixed; inset: 0; z-index: 9';
      document.body.append(canvas);
      const gl = canvas.getContext('webgl2', { antialias: false });
      const program = gl.createProgram();
      for (const [type, source] of [
        [gl.VERTEX_SHADER, 'void main() { gl_Position = vec4(0, 0, 0, 1); gl_PointSize = 9.0; }'],
        [gl.FRAGMENT_SHADER, 'precision highp float; void main() { gl_FragColor = vec4(1); }'],
      ]) {
        const shader = gl.createShader(type);
        gl.shaderSource(shader, source);
        gl.compileShader(shader);
        gl.attachShader(program, shader);
      }
      gl.linkProgram(program);
      gl.useProgram(program);
      gl.drawArrays(gl.POINTS, 0, 1);
      await painted();
      const took = performance.now() - begun;
      canvas.remove();
      return took;
    },
    longTasks: (ms) => {
      tasks.length = 0;
      return new Promise((done) => setTimeout(() => done(tasks), ms));
    },
  };
})();
`;

/** Of times in milliseconds. */
export function percentiles(times: readonly number[]): { p50: number; p95: number; worst: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), worst: at(1) };
}

/** MiB of the page after garbage was collected: its JavaScript heap, and what its process has for itself. */
export async function memoryOf(page: Page, browser: Browser): Promise<{ heap: number; renderer: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const whole = await browser.newBrowserCDPSession();
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateMemory(id));
  return { heap: Math.round(usedSize / 2 ** 20), renderer: Math.max(0, ...renderers) };
}

/** MiB that no other process shares; 0 where the system does not say. */
function privateMemory(pid: number): number {
  try {
    const lines = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(/^Private_\w+:\s+(\d+) kB/gm);
    return Math.round([...lines].reduce((sum, [, kB]) => sum + Number(kB), 0) / 1024);
  } catch {
    return 0;
  }
}
