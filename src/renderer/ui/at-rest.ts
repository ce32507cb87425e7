const INPUT = ['click', 'keydown', 'pointerdown', 'wheel'] as const;

/**
 * Resolves when the page has nothing to do and nobody has touched it for so many milliseconds: then work that nobody
 * waits for keeps nobody waiting. Resolves at once when `signal` is aborted.
 */
export function atRest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const ended = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const end = () => {
      clearTimeout(timer);
      ended.abort();
      resolve();
    };
    const begin = () => {
      clearTimeout(timer);
      timer = setTimeout(() => requestIdleCallback(end), ms);
    };
    for (const type of INPUT)
      addEventListener(type, begin, { capture: true, passive: true, signal: ended.signal });
    signal.addEventListener('abort', end, { signal: ended.signal });
    if (signal.aborted) end();
    else begin();
  });
}
