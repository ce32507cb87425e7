/** How long synchronous work may hold the thread before others get their turn, in milliseconds. */
const SLICE = 12;

let sliceStart = performance.now();
/** What somebody waits for with the page before them. */
let urgentWork = 0;
let whenQuiet: PromiseWithResolvers<void> | null = null;

/** Lets waiting events run when the current slice is used up, and urgent work end; costs next to nothing otherwise. */
export async function breathe(): Promise<void> {
  if (urgentWork === 0 && performance.now() - sliceStart < SLICE) return;
  await new Promise<void>((resolve) => setImmediate(resolve));
  while (urgentWork > 0) {
    whenQuiet ??= Promise.withResolvers();
    await whenQuiet.promise;
  }
  sliceStart = performance.now();
}

/**
 * Does something short while all that breathes holds still: between the steps of reading one file, the loading of the
 * index would otherwise take a slice each.
 */
export async function urgently<T>(work: () => Promise<T>): Promise<T> {
  urgentWork++;
  try {
    return await work();
  } finally {
    if (--urgentWork === 0) {
      whenQuiet?.resolve();
      whenQuiet = null;
    }
  }
}
