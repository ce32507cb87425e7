import { useSyncExternalStore } from 'react';

/** Milliseconds: longer, nothing waits for a first sight that does not come. */
const PATIENCE = 3_000;

/** What the first sight itself is made of. */
const NOW: ReadonlySet<PropertyKey> = new Set(['note', 'attachment', 'changes']);

/**
 * The first thing that a person sees of their vault: the note that was open last. All else that a page asks for at its
 * start waits until it is on the screen; the engine answers one after the other.
 */
export class FirstSight {
  readonly #seen = Promise.withResolvers<void>();
  readonly #listeners = new Set<() => void>();
  #over = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** It is on the screen, or there is none. */
  readonly shown = (): void => {
    this.#over = true;
    clearTimeout(this.#timer);
    this.#seen.resolve();
    for (const listener of this.#listeners) listener();
  };

  readonly isOver = (): boolean => this.#over;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same client, whose other calls wait. */
  before<Client extends object>(client: Client): Client {
    this.#timer = setTimeout(this.shown, PATIENCE);
    return new Proxy(client, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (this.#over || NOW.has(name) || typeof method !== 'function') return method;
        return async (...asked: unknown[]) => {
          await this.#seen.promise;
          return method(...asked);
        };
      },
    });
  }
}

/** The page's own. */
export const firstSight = new FirstSight();

/** Whether it is on the screen, and the rest is to be drawn. */
export const useFirstSight = (): boolean => useSyncExternalStore(firstSight.subscribe, firstSight.isOver);
