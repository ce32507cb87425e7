import type { Locator, Page } from 'playwright-core';
import type { Words } from '../words.ts';

/** The list of notes on the left. */
export class Tree {
  readonly #page: Page;
  readonly #say: Words;

  constructor(page: Page, say: Words) {
    this.#page = page;
    this.#say = say;
  }

  get list(): Locator {
    return this.#page.getByRole('tree', { name: this.#say('tree.label') });
  }

  get filter(): Locator {
    return this.#page.getByRole('searchbox', { name: this.#say('tree.filter') });
  }

  item(name: string | RegExp): Locator {
    return this.list.getByRole('treeitem', { name }).first();
  }

  /** Opens a folder or a note by its name. */
  async open(...names: readonly (string | RegExp)[]): Promise<void> {
    for (const name of names) await this.item(name).click();
  }

  /** Finds a note by its name wherever it lies, and opens it. */
  async openNamed(name: string): Promise<void> {
    await this.filter.fill(name);
    await this.item(name).click();
    await this.filter.fill('');
  }
}
