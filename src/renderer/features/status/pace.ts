/** Lets at most one value through per `every` milliseconds, always the newest; what is `urgent` goes at once. */
export function pace<T>(show: (value: T) => void, every: number, urgent: (before: T, now: T) => boolean) {
  let shown: T | undefined;
  let waiting: { readonly value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = (value: T) => {
    clearTimeout(timer);
    shown = value;
    waiting = null;
    show(value);
    timer = setTimeout(() => {
      timer = undefined;
      if (waiting) go(waiting.value);
    }, every);
  };
  return {
    push(value: T): void {
      if (timer === undefined || shown === undefined || urgent(shown, value)) go(value);
      else waiting = { value };
    },
    stop(): void {
      clearTimeout(timer);
      timer = undefined;
      waiting = null;
    },
  };
}
