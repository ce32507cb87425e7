import { useEffect, useState } from 'react';

/** Whole seconds left of `seconds`, from now on, and again from the start whenever `key` changes. */
export function useCountdown(seconds: number, key: unknown): number {
  const [left, setLeft] = useState(seconds);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another countdown
  useEffect(() => {
    const end = performance.now() + seconds * 1000;
    const tell = () => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000)));
    tell();
    if (seconds === 0) return;
    const timer = setInterval(tell, 250);
    return () => clearInterval(timer);
  }, [seconds, key]);
  return left;
}
