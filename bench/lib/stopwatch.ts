export interface Timing {
  /** Milliseconds on the clock. */
  readonly wall: number;
  /** Milliseconds of all cores together that this process used. */
  readonly cpu: number;
}

/** Starts now; the function that it returns stops. */
export function stopwatch(): () => Timing {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { wall: performance.now() - start, cpu: (user + system) / 1000 };
  };
}

/**
 * Milliseconds from some moment on; `own` counts this thread's own work only, for a machine that is shared with others.
 */
export function clockOf(own: boolean): () => number {
  if (!own) return () => performance.now();
  return () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
}

/** How long the thread was held at most since, in ms of a clock, when asked. */
export function watchBlocks(clock: () => number = () => performance.now()): () => number {
  let [last, block, running] = [clock(), 0, true];
  const tick = () => {
    const now = clock();
    block = Math.max(block, now - last);
    last = now;
    if (running) setImmediate(tick);
  };
  tick();
  return () => {
    running = false;
    return block;
  };
}
