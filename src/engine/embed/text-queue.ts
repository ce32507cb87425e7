import type { Request } from './request.ts';

/** One text that waits for its vector. */
export interface Item {
  readonly request: Request;
  /** Its place among the texts of the request. */
  readonly index: number;
  /** Special tokens included; never empty. */
  readonly ids: Int32Array;
}

/**
 * Texts that wait, first come, first served; taken out in groups of equal length, because the graph knows no
 * padding and so a vector does not depend on its batch-mates.
 */
export class TextQueue {
  /** In order of arrival; an entry that is gone from its group was taken along with an earlier one. */
  private order: Item[] = [];
  private head = 0;
  private readonly groups = new Map<number, Set<Item>>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  add(item: Item): void {
    this.order.push(item);
    const group = this.groups.get(item.ids.length);
    if (group) group.add(item);
    else this.groups.set(item.ids.length, new Set([item]));
    this.count++;
  }

  /** The oldest text and, up to `maxTokens` in all, others of its length; empty when nothing waits. */
  take(maxTokens: number): Item[] {
    const oldest = this.oldest();
    if (!oldest) return [];
    const group = this.groups.get(oldest.ids.length)!;
    const many = Math.max(1, Math.floor(maxTokens / oldest.ids.length));
    const taken = [...group.values().take(many)];
    for (const item of taken) this.drop(item);
    return taken;
  }

  /** Forgets what waits for a request. */
  remove(request: Request): void {
    for (const item of this.waiting()) if (item.request === request) this.drop(item);
  }

  /** Takes out every text, oldest first. */
  clear(): Item[] {
    const all = this.waiting();
    for (const item of all) this.drop(item);
    return all;
  }

  private waiting(): Item[] {
    return this.order.slice(this.head).filter((item) => this.has(item));
  }

  private oldest(): Item | undefined {
    for (; this.head < this.order.length; this.head++) {
      const item = this.order[this.head]!;
      if (this.has(item)) {
        this.compact();
        return item;
      }
    }
    this.order = [];
    this.head = 0;
    return undefined;
  }

  private compact(): void {
    if (this.head < 1024 || this.head * 2 < this.order.length) return;
    this.order = this.order.slice(this.head);
    this.head = 0;
  }

  private has(item: Item): boolean {
    return this.groups.get(item.ids.length)?.has(item) ?? false;
  }

  private drop(item: Item): void {
    const group = this.groups.get(item.ids.length)!;
    if (group.delete(item)) this.count--;
    if (group.size === 0) this.groups.delete(item.ids.length);
  }
}
