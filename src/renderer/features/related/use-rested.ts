import { useEffect, useState } from 'react';

/** The value once it has stayed for so many milliseconds; null until then. */
export function useRested<T>(value: T, ms: number): T | null {
  const [rested, setRested] = useState<{ readonly value: T } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested({ value }), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested?.value === value ? value : null;
}
