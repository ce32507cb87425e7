import type { NoteTable } from '../note-table.ts';

/** Tags that two notes share, each by its rarity, as a number in 0..1 by slot; all 0 where the asked note has none. */
export function sharedTagScores(notes: NoteTable, asked: number): Float32Array {
  const out = new Float32Array(notes.slots);
  const { facts } = notes;
  const own = new Map((asked < 0 ? [] : facts.tagsOf(asked)).map((tag) => [tag, [] as number[]]));
  if (own.size === 0) return out;
  for (let slot = 0; slot < notes.slots; slot++)
    if (notes.idOf(slot) >= 0) for (const tag of facts.tagsOf(slot)) own.get(tag)?.push(slot);
  for (const holders of own.values()) {
    const rarity = Math.log(notes.count / holders.length) / Math.log(notes.count + 1);
    for (const slot of holders) out[slot] = Math.min(1, out[slot]! + rarity);
  }
  out[asked] = 0;
  return out;
}
