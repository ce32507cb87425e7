import type { Page } from 'playwright-core';
import type { ErrorCode } from '../../../src/common/error-codes.ts';
import { TestFolders, type World } from './folders.ts';
import { killEngine } from './processes.ts';
import type { Running, ShellKind } from './shell.ts';
import { Chart } from './views/chart.ts';
import { Palette } from './views/palette.ts';
import { Reader } from './views/reader.ts';
import { Related } from './views/related.ts';
import { Search } from './views/search.ts';
import { Tree } from './views/tree.ts';
import { type Locale, type Words, wordsIn } from './words.ts';

export interface AppOptions extends World {
  readonly language?: Locale;
}

/** The app as a person has it before them, in either shell. */
export class App implements AsyncDisposable {
  readonly folders: TestFolders;
  readonly say: Words;
  readonly #shell: ShellKind;
  #running: Running;

  private constructor(shell: ShellKind, running: Running, folders: TestFolders, say: Words) {
    this.#shell = shell;
    this.#running = running;
    this.folders = folders;
    this.say = say;
  }

  static async open(shell: ShellKind, { language = 'en', ...world }: AppOptions): Promise<App> {
    const folders = new TestFolders({ ...world, settings: { language, ...world.settings } });
    try {
      return new App(shell, await shell.start(folders), folders, wordsIn(language));
    } catch (error) {
      folders[Symbol.dispose]();
      throw error;
    }
  }

  get page(): Page {
    return this.#running.page;
  }

  get watch() {
    return this.#running.watch;
  }

  get vault() {
    if (!this.folders.vault) throw new Error('this journey began without a vault');
    return this.folders.vault;
  }

  get tree(): Tree {
    return new Tree(this.page, this.say);
  }

  get reader(): Reader {
    return new Reader(this.page, this.say);
  }

  get related(): Related {
    return new Related(this.page, this.say);
  }

  get search(): Search {
    return new Search(this.page, this.say);
  }

  get chart(): Chart {
    return new Chart(this.page, this.say);
  }

  get palette(): Palette {
    return new Palette(this.page, this.say);
  }

  /** Shows a view of the right pane, also where the pane has given way to its icons. */
  async showRight(view: 'related' | 'outline' | 'backlinks' | 'nearby'): Promise<void> {
    const name = this.say(`app.${view}`);
    const pane = this.page.getByRole('complementary', { name: this.say('app.rightPane') });
    const icon = pane.getByRole('button', { name, exact: true });
    if (await icon.isVisible()) {
      if ((await icon.getAttribute('aria-pressed')) !== 'true') await icon.click();
    } else await pane.getByRole('radio', { name, exact: true }).click();
  }

  /** What all work that the status bar shows is done with: the index is complete. */
  async settled(): Promise<void> {
    const bar = this.page.getByRole('contentinfo');
    await bar.getByText(/^\d[\d.,]* (notes?|notas?)$/).waitFor({ timeout: 45_000 });
  }

  /** The engine answers again after it was away. */
  async running(): Promise<void> {
    await this.page
      .getByRole('status')
      .filter({ hasText: this.say('app.engineBack') })
      .waitFor({ timeout: 30_000 });
  }

  /** The status bar has a notice of this code. */
  async noticed(code: ErrorCode): Promise<void> {
    const notices = this.page.getByRole('contentinfo').getByRole('button', { name: this.#notices });
    await notices.waitFor();
    await notices.click();
    await this.page.getByRole('dialog').getByText(code).waitFor();
    await this.page.keyboard.press('Escape');
  }

  async noticesGone(): Promise<void> {
    const notices = this.page.getByRole('contentinfo').getByRole('button', { name: this.#notices });
    await notices.waitFor({ state: 'detached' });
  }

  get #notices(): string {
    return this.say('status.notices', { count: 1 });
  }

  killEngine(): Promise<void> {
    return killEngine(this.#running.pid);
  }

  /** Ends the app as a person would and starts it again on the same folders. */
  async restart(): Promise<void> {
    await this.#running.close();
    this.#running = await this.#shell.start(this.folders);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#running.close();
    this.folders[Symbol.dispose]();
  }
}
