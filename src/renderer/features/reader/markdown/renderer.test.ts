import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textOf } from './outline.fixture.ts';
import type { RenderStep } from './render.ts';
import { Renderer, type WorkerPort } from './renderer.ts';
import { type FromWorker, serveRendering, type ToWorker } from './serve.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A worker in this thread. It gets stuck where a segment holds the word, as a real one would in a loop. */
function spawner(stuckAt: string | null) {
  const spawned: { ended: boolean }[] = [];
  const spawn = (): WorkerPort => {
    const state = { ended: false };
    spawned.push(state);
    let listen: (message: FromWorker) => void = () => {};
    let ask: ((message: ToWorker) => void) | null = null;
    let stuck = false;
    const text = new Map<number, string>();
    const slow = new Map<number, readonly number[]>();
    return {
      post: (message) => {
        if (message.is === 'render') {
          text.set(message.job, message.text);
          slow.set(message.job, message.slow);
        }
        ask ??= serveRendering(
          (said) => {
            if (state.ended || stuck) return;
            listen(said);
            if (said.is !== 'step' || said.step.is !== 'begin' || stuckAt === null) return;
            stuck = text.get(said.job)!.includes(stuckAt) && !slow.get(said.job)!.includes(said.step.segment);
          },
          () => Promise.resolve(),
        );
        ask(message);
      },
      listen: (listener) => {
        listen = listener;
      },
      end: () => {
        state.ended = true;
      },
    };
  };
  return { spawn, spawned };
}

function rendered(renderer: Renderer, text: string) {
  const steps: RenderStep[] = [];
  const done = Promise.withResolvers<string>();
  const cancel = renderer.render(text, {
    mdx: false,
    onStep: (step) => steps.push(step),
    onDone: () =>
      done.resolve(
        steps
          .flatMap((s) => (s.is === 'blocks' ? s.blocks : []))
          .map(({ node }) => textOf(node))
          .join('\n'),
      ),
  });
  return { steps, done: done.promise, cancel };
}

test('renders one note beside another', async () => {
  const { spawn, spawned } = spawner(null);
  const renderer = new Renderer(spawn);
  const [a, b] = [rendered(renderer, 'uno'), rendered(renderer, 'dos')];
  expect([await a.done, await b.done]).toEqual(['uno', 'dos']);
  expect(spawned.length).toBe(1);
});

test('a worker that is stuck is ended; what it was stuck in is plain text, once', async () => {
  const { spawn, spawned } = spawner('BUCLE');
  const renderer = new Renderer(spawn, { patience: 100 });
  const { steps, done } = rendered(renderer, 'uno **BUCLE**');
  await vi.advanceTimersByTimeAsync(150);
  expect(await done).toBe('uno **BUCLE**');
  expect(steps.filter(({ is }) => is === 'properties').length).toBe(1);
  expect(steps.at(-1)).toMatchObject({ is: 'blocks', plain: 'slow' });
  expect(spawned.map(({ ended }) => ended)).toEqual([true, false]);
});

test('a note that is no longer wanted is not waited for', async () => {
  const { spawn, spawned } = spawner('BUCLE');
  const renderer = new Renderer(spawn, { patience: 100 });
  const { cancel } = rendered(renderer, 'BUCLE');
  cancel();
  await vi.advanceTimersByTimeAsync(500);
  expect(spawned.length).toBe(1);
});
