import type { HostClient } from '../../contract/host.ts';

/** The host takes keys of at most 200 characters; paths of vaults may be longer. */
const LONGEST_KEY = 200;
/** Milliseconds for which changes are gathered, as sizes while they are dragged: little, for the page may go any time. */
const REST = 50;

/** Values that the host keeps for the page between its starts. */
export interface Memory {
  /** What was kept under the key, or null: also where the host cannot say. */
  recall(key: string): Promise<unknown>;
  /** Keeps a value, once no newer one has come for a moment. */
  remember(key: string, value: unknown): void;
  /** Tells the host at once what is not told yet: the page may be about to go. */
  flush(): void;
}

export function createMemory(host: Pick<HostClient, 'recall' | 'remember'>, rest = REST): Memory {
  const waiting = new Map<string, unknown>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    // Whatever cannot be kept is forgotten: it is a convenience, never a reason for an error.
    for (const [key, value] of waiting) host.remember({ key, value }).catch(() => {});
    waiting.clear();
  };
  return {
    recall: (key) => host.recall({ key: short(key) }).catch(() => null),
    remember(key, value) {
      waiting.set(short(key), value);
      timer ??= setTimeout(flush, rest);
    },
    flush,
  };
}

/** The key itself, or its end with a number made of all of it. */
export function short(key: string): string {
  if (key.length <= LONGEST_KEY) return key;
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  const mark = (hash >>> 0).toString(16);
  return `${mark}…${key.slice(key.length - LONGEST_KEY + mark.length + 1)}`;
}
