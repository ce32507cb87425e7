/** Made when it is first needed: that takes as long as some commands do. */
let grouped: Intl.NumberFormat | undefined;

/** 12345 → '12,345'. */
export function count(n: number): string {
  grouped ??= new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
  return grouped.format(n);
}

/** '1 note', '2 notes'. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${count(n)} ${n === 1 ? one : many}`;

/** A share of 0..1 as '43 %'; never 100 % before it is whole, never 0 % once begun. */
export function percent(share: number): string {
  if (!(share > 0)) return '0 %';
  if (share >= 1) return '100 %';
  return `${Math.min(99, Math.max(1, Math.round(share * 100)))} %`;
}

/** Seconds as a person says them: '0.4 s', '12 s', '3 min 05 s', '2 h 10 min'. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return '–';
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const s = Math.round(seconds);
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${String(s % 60).padStart(2, '0')} s`;
  const m = Math.round(s / 60);
  return `${Math.floor(m / 60)} h ${String(m % 60).padStart(2, '0')} min`;
}

/** Time left, coarse enough not to flicker: '5 s left', '40 s left', '3 min left'. */
export function timeLeft(seconds: number): string {
  if (seconds < 10) return `${Math.max(1, Math.ceil(seconds))} s left`;
  if (seconds < 90) return `${Math.ceil(seconds / 5) * 5} s left`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min left`;
  return `${Math.round(seconds / 3600)} h left`;
}

/** Per second: '0.4/s', '31/s'. */
export const rate = (perSecond: number): string =>
  `${perSecond < 10 ? perSecond.toFixed(1) : count(perSecond)}/s`;

/** Decimal units, as disks are sold: '512 B', '1.2 MB'. */
export function bytes(n: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let unit = 0;
  while (n >= 999.5 && unit < units.length - 1) {
    n /= 1000;
    unit++;
  }
  return `${unit === 0 || n >= 99.5 ? Math.round(n) : n.toFixed(1)} ${units[unit]}`;
}
