const UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** How long ago, in the largest unit that it is at least one of. */
export function ago(
  then: number,
  now: number,
): { value: number; unit: (typeof UNITS)[number][0] | 'second' } {
  const seconds = Math.max(0, (now - then) / 1000);
  for (const [unit, length] of UNITS)
    if (seconds >= length) return { value: -Math.floor(seconds / length), unit };
  return { value: 0, unit: 'second' };
}
