import type { Locator, Page } from 'playwright-core';
import type { Words } from '../words.ts';

/** The note in the middle. */
export class Reader {
  readonly #page: Page;
  readonly #say: Words;

  constructor(page: Page, say: Words) {
    this.#page = page;
    this.#say = say;
  }

  get pane(): Locator {
    return this.#page.getByRole('main', { name: this.#say('app.middlePane') });
  }

  /** The note of this title, once it is shown. */
  note(title: string): Locator {
    return this.pane.getByRole('region', { name: this.#say('reader.note', { title }) });
  }

  get tabs(): Locator {
    return this.pane.getByRole('tab');
  }

  tab(title: string): Locator {
    return this.pane.getByRole('tab', { name: title });
  }
}
