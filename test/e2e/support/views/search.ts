import type { Locator, Page } from 'playwright-core';
import type { Words } from '../words.ts';

/** The search on the left. */
export class Search {
  readonly #page: Page;
  readonly #say: Words;

  constructor(page: Page, say: Words) {
    this.#page = page;
    this.#say = say;
  }

  get panel(): Locator {
    return this.#page.getByRole('region', { name: this.#say('search.title'), exact: true });
  }

  get field(): Locator {
    return this.panel.getByRole('combobox', { name: this.#say('search.field') });
  }

  get sum(): Locator {
    return this.panel.getByRole('combobox', { name: this.#say('search.sum') });
  }

  get results(): Locator {
    return this.panel.getByRole('list', { name: this.#say('search.results') });
  }

  result(title: string | RegExp): Locator {
    return this.results
      .getByRole('listitem')
      .filter({ has: this.#page.getByRole('button', { name: title }) });
  }

  titles(): Promise<string[]> {
    return this.results.getByRole('heading').or(this.results.locator('[data-main]')).allInnerTexts();
  }

  /** Shows the search by its keys. */
  async show(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+Shift+F');
    await this.field.waitFor();
  }

  async choose(way: 'search' | 'algebra' | 'axis'): Promise<void> {
    await this.panel.getByRole('radio', { name: this.#say(`search.way.${way}`) }).click();
  }
}
