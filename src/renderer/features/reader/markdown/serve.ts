import { type RenderStep, renderSteps } from './render.ts';

/** What the page asks of the worker. */
export type ToWorker =
  | {
      readonly is: 'render';
      readonly job: number;
      readonly text: string;
      readonly mdx: boolean;
      readonly slow: readonly number[];
    }
  | { readonly is: 'cancel'; readonly job: number };

/** What the worker says: first that it is there, then steps of jobs. */
export type FromWorker =
  | { readonly is: 'ready' }
  | { readonly is: 'step'; readonly job: number; readonly step: RenderStep }
  | { readonly is: 'done'; readonly job: number };

/**
 * Renders notes for a page, a step at a time and the latest note first: what was asked for last is what is waited for.
 * Between two steps it `rests`, so that it hears what else is asked.
 */
export function serveRendering(
  post: (message: FromWorker) => void,
  rest: () => Promise<void>,
): (message: ToWorker) => void {
  const jobs = new Map<number, Generator<RenderStep>>();
  let running = false;
  post({ is: 'ready' });
  return (message) => {
    if (message.is === 'cancel') {
      jobs.delete(message.job);
      return;
    }
    const { job, text, mdx, slow } = message;
    jobs.set(job, renderSteps(text, { mdx, slow: new Set(slow) }));
    if (!running) void run();
  };

  async function run(): Promise<void> {
    running = true;
    for (;;) {
      const latest = [...jobs].at(-1);
      if (!latest) break;
      const [job, steps] = latest;
      const { done, value } = steps.next();
      if (done) {
        jobs.delete(job);
        post({ is: 'done', job });
      } else {
        post({ is: 'step', job, step: value });
        // A step that only announces the next one leaves nothing to hear in between.
        if (value.is === 'begin') continue;
      }
      await rest();
    }
    running = false;
  }
}
