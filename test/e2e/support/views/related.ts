import type { Locator, Page } from 'playwright-core';
import type { Words } from '../words.ts';

/** The related notes on the right. */
export class Related {
  readonly #page: Page;
  readonly #say: Words;

  constructor(page: Page, say: Words) {
    this.#page = page;
    this.#say = say;
  }

  get panel(): Locator {
    return this.#page.getByRole('region', { name: this.#say('related.title'), exact: true });
  }

  get list(): Locator {
    return this.panel.getByRole('list', { name: this.#say('related.results') });
  }

  result(title: string | RegExp): Locator {
    return this.list.getByRole('listitem').filter({ has: this.#page.getByRole('button', { name: title }) });
  }
}
