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

  /** The titles of the results, best first. */
  get titles(): Locator {
    const others = (['related.expand', 'related.collapse', 'related.copy'] as const).map((id) =>
      this.#say(id),
    );
    const name = new RegExp(`^(?!(${others.join('|')})$)`);
    return this.list.getByRole('listitem').getByRole('button', { name });
  }

  /** Takes a newer answer where one waits: what is read does not move by itself. */
  async takeNewer(): Promise<void> {
    const mark = this.panel.getByRole('button', { name: this.#say('related.updated') });
    await mark.click({ timeout: 5_000 }).catch(() => {});
  }

  result(title: string | RegExp): Locator {
    return this.list.getByRole('listitem').filter({ has: this.#page.getByRole('button', { name: title }) });
  }

  async open(title: string): Promise<void> {
    await this.list.getByRole('button', { name: title, exact: true }).first().click();
  }
}
