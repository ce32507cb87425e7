/** Days as people type them into `before:` and `after:`. */

const DAY_MS = 86_400_000;
const WRITTEN = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;
const AGO = /^(\d{1,4})([dwmy])$/i;

/**
 * The first day that a text names: '2024', '2024-05', '2024-05-31', 'today', 'yesterday', or '7d', '2w', '3m', '1y'
 * before `today` (an ISO date). Undefined where it names none.
 */
export function dayNamed(text: string, today: string): string | undefined {
  const name = text.toLowerCase();
  if (name === 'today') return today;
  if (name === 'yesterday') return daysBefore(today, 1);
  const ago = AGO.exec(text);
  if (ago) return before(today, Number(ago[1]), ago[2]!.toLowerCase());
  const written = WRITTEN.exec(text);
  if (!written) return undefined;
  const [, year, month = '1', day = '1'] = written;
  return calendarDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** The person's own date as an ISO date. */
export function localDate(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function before(today: string, count: number, unit: string): string | undefined {
  if (unit === 'd') return daysBefore(today, count);
  if (unit === 'w') return daysBefore(today, count * 7);
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  const months = year * 12 + month - 1 - (unit === 'y' ? count * 12 : count);
  if (months < 0) return undefined;
  const [y, m] = [Math.floor(months / 12), months % 12];
  // The month may be shorter: three months before 31 May is the last day of February.
  const last = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  return iso(new Date(Date.UTC(y, m, Math.min(day, last))));
}

const daysBefore = (today: string, days: number): string | undefined =>
  iso(new Date(Date.parse(`${today}T00:00:00Z`) - days * DAY_MS));

/** The text itself where it is a date of the calendar. */
const calendarDay = (text: string): string | undefined =>
  iso(new Date(`${text}T00:00:00Z`)) === text ? text : undefined;

function iso(date: Date): string | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
