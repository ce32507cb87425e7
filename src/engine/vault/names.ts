import { isUtf8 } from 'node:buffer';
import { nfc } from '../../common/text.ts';
import { bytesHash } from '../base/hash.ts';
import type { NoteKind } from './note-file.ts';

const NOTE = /\.(?:(md|markdown|mdx)|canvas)$/i;
const DOT = 0x2e;

/** What a file is by its name: a note, or null for anything else. */
export function noteKind(name: string): NoteKind | null {
  const match = NOTE.exec(name);
  if (!match || match.index === 0) return null;
  return match[1] ? 'markdown' : 'canvas';
}

/** Hidden files and folders are never looked at. */
export const isHidden = (name: Buffer): boolean => name[0] === DOT;

/** A name of the disk as identities show it: NFC; bytes that are not UTF-8 as U+FFFD. */
export const decodeName = (raw: Buffer): string => nfc(raw.toString('utf8'));

/**
 * The identity names of the entries of one folder, in order, all different. A name is its NFC form. Of several that
 * share it, the one that is NFC on disk keeps it, else the one with the smallest bytes; the others, and all that are
 * not valid UTF-8, get `~` and a hash of their bytes before the extension. It depends on the names alone, so it is
 * the same in every run.
 */
export function identityNames(raws: readonly Buffer[]): string[] {
  const names = raws.map(decodeName);
  const bearers = new Map<string, number[]>();
  const suffixed: number[] = [];
  raws.forEach((raw, i) => {
    const name = names[i]!;
    if (name.includes('\ufffd') && !isUtf8(raw)) suffixed.push(i);
    else bearers.set(name, [...(bearers.get(name) ?? []), i]);
  });
  for (const [name, indexes] of bearers) {
    if (indexes.length === 1) continue;
    const keeper =
      indexes.find((i) => raws[i]!.toString('utf8') === name) ??
      indexes.reduce((a, b) => (Buffer.compare(raws[a]!, raws[b]!) < 0 ? a : b));
    suffixed.push(...indexes.filter((i) => i !== keeper));
  }
  suffixed.sort((a, b) => Buffer.compare(raws[a]!, raws[b]!));
  const taken = new Set(bearers.keys());
  for (const i of suffixed) {
    const name = withHash(names[i]!, raws[i]!, taken);
    taken.add(name);
    names[i] = name;
  }
  return names;
}

/** `name~1a2b3c4d.md`; more of the hash in the freak case that a file is really called that. */
function withHash(name: string, raw: Buffer, taken: ReadonlySet<string>): string {
  const hash = bytesHash(raw);
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let digits = 8; digits < hash.length; digits += 8) {
    const candidate = `${stem}~${hash.slice(0, digits)}${extension}`;
    if (!taken.has(candidate)) return candidate;
  }
  return `${stem}~${hash}${extension}`;
}
