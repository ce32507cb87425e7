import { setTimeout as wait } from 'node:timers/promises';

/** How long synchronous work may hold the thread before others get their turn, in milliseconds. */
const SLICE = 12;
/** Milliseconds for which what breathes rests after urgent work: the page shows what it was given, on the same cores. */
const REST = 40;
/** Milliseconds after which it gets a slice all the same, where one urgent thing follows the other. */
const LONGEST_REST = 400;

let sliceStart = performance.now();
/** What somebody waits for with the page before them, and when the last of it was done. */
let urgentWork = 0;
let lastUrgent = -Infinity;
const waiting: (() => void)[] = [];
/** What the next slice is put off by, and since when. */
let timer: NodeJS.Timeout | undefined;
let immediate: NodeJS.Immediate | undefined;
let heldSince: number | undefined;

/**
 * Lets waiting events run when the current slice is used up, and urgent work end; costs next to nothing otherwise. Of
 * all that breathes, one gets a slice between two looks at what came in.
 */
export async function breathe(): Promise<void> {
  if (urgentWork === 0 && performance.now() - sliceStart < SLICE) return;
  await new Promise<void>((resolve) => {
    waiting.push(resolve);
    turn();
  });
}

function turn(): void {
  if (timer || immediate || waiting.length === 0) return;
  const now = performance.now();
  const rest = urgentWork > 0 ? LONGEST_REST : lastUrgent + REST - now;
  if (rest > 0) heldSince ??= now;
  const held = Math.min(rest, (heldSince ?? now) + LONGEST_REST - now);
  if (held <= 0) {
    immediate = setImmediate(resume);
    return;
  }
  timer = setTimeout(() => {
    timer = undefined;
    turn();
  }, held);
}

function resume(): void {
  immediate = undefined;
  heldSince = undefined;
  sliceStart = performance.now();
  waiting.shift()?.();
  turn();
}

/**
 * Does something short while all that breathes holds still: between the steps of reading one file, the loading of the
 * index would otherwise take a slice each.
 */
export async function urgently<T>(work: () => Promise<T>): Promise<T> {
  urgentWork++;
  clearImmediate(immediate);
  immediate = undefined;
  turn();
  try {
    return await work();
  } finally {
    lastUrgent = performance.now();
    urgentWork--;
    clearTimeout(timer);
    timer = undefined;
    turn();
  }
}

/** Resolves when nothing urgent was done for so many milliseconds. */
export async function quiet(ms: number): Promise<void> {
  const since = performance.now();
  const left = () => (urgentWork > 0 ? ms : Math.max(since, lastUrgent) + ms - performance.now());
  for (let more = left(); more > 0; more = left()) await wait(more, undefined, { ref: false });
}
