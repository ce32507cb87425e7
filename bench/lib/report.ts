import { readFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';

/** What a measurement was made on: date, processor, 8-bit instructions, memory, system, Node. */
export function machine(): string {
  const vnni = hasVnni();
  return [
    new Date().toISOString().slice(0, 16).replace('T', ' '),
    `${cpus().length} × ${cpus()[0]?.model.trim() ?? process.arch}`,
    vnni === undefined ? 'VNNI unknown' : vnni ? 'with VNNI' : 'without VNNI',
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${platform()} ${release()}`,
    `Node ${process.versions.node}`,
  ].join(' · ');
}

/** Whether the processor has 8-bit dot products; undefined where the system does not tell. */
export function hasVnni(): boolean | undefined {
  if (process.env.HIDE_FEATURES) return false;
  if (process.arch !== 'x64') return process.arch === 'arm64' ? true : undefined;
  try {
    return /\bavx(512)?_vnni\b/.test(readFileSync('/proc/cpuinfo', 'utf8'));
  } catch {
    return undefined;
  }
}

/** Prints a Markdown table; columns of numbers are set right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const cells = [head, ...rows].map((row) => row.map(String));
  const width = head.map((_, c) => Math.max(3, ...cells.map((row) => row[c]!.length)));
  const right = head.map((_, c) => rows.every((row) => /^[\d.,−+-]/.test(String(row[c]))));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, c) => (right[c] ? cell.padStart(width[c]!) : cell.padEnd(width[c]!))).join(' | ')} |`;
  const rule = `| ${width.map((w, c) => (right[c] ? `${'-'.repeat(w - 1)}:` : '-'.repeat(w))).join(' | ')} |`;
  console.log([line(cells[0]!), rule, ...cells.slice(1).map(line)].join('\n'));
}

/** The middle value; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const mid = sorted.length >> 1;
  return sorted.length % 2 ? sorted[mid]! : (sorted[mid - 1]! + sorted[mid]!) / 2;
}
