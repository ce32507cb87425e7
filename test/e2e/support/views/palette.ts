import type { Locator, Page } from 'playwright-core';
import type { Words } from '../words.ts';

/** The quick switcher and the command palette. */
export class Palette {
  readonly #page: Page;
  readonly #say: Words;

  constructor(page: Page, say: Words) {
    this.#page = page;
    this.#say = say;
  }

  get switcher(): Locator {
    return this.#page.getByRole('dialog', { name: this.#say('palette.notes') });
  }

  get commands(): Locator {
    return this.#page.getByRole('dialog', { name: this.#say('palette.commands') });
  }

  /** Goes to a note as the keyboard does: Ctrl-O, some letters, Enter once it is the one that is offered first. */
  async goTo(typed: string, title: string, keys = 'Enter'): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+O');
    await this.switcher.getByRole('combobox').pressSequentially(typed);
    await this.switcher.getByRole('option', { name: startsWith(title), selected: true }).waitFor();
    await this.#page.keyboard.press(keys);
    await this.switcher.waitFor({ state: 'hidden' });
  }

  /** Runs a command by its name. */
  async run(title: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+K');
    await this.commands.getByRole('combobox').pressSequentially(title);
    await this.commands.getByRole('option', { name: startsWith(title), selected: true }).waitFor();
    await this.#page.keyboard.press('Enter');
    await this.commands.waitFor({ state: 'hidden' });
  }
}

/** Names of options go on with folder or keys. */
const startsWith = (name: string): RegExp => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
