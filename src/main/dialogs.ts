import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { describe } from '../common/error-codes.ts';
import { toPortolanError } from '../common/errors.ts';
import type { Labels } from './menu/labels.ts';

/** The system's dialogs, over the window where there is one. */
export class Dialogs {
  readonly #window: () => BrowserWindow | null;
  readonly #labels: () => Labels;

  constructor(window: () => BrowserWindow | null, labels: () => Labels) {
    this.#window = window;
    this.#labels = labels;
  }

  /** Asks for a vault's folder; null when it was closed without an answer. */
  async chooseFolder(): Promise<string | null> {
    const options = {
      title: this.#labels().chooseVault,
      message: this.#labels().chooseVault,
      buttonLabel: this.#labels().choose,
      properties: ['openDirectory', 'createDirectory'] as ('openDirectory' | 'createDirectory')[],
    };
    const window = this.#window();
    const { filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options));
    return filePaths[0] ?? null;
  }

  /** Asks where a file is to be written, beside what is downloaded at first: never in the vault unless it is said so. */
  async chooseTarget(name: string): Promise<string | null> {
    const options = {
      defaultPath: path.join(app.getPath('downloads'), name),
      filters: [{ name: 'Markdown', extensions: ['md'] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'] as (
        | 'createDirectory'
        | 'showOverwriteConfirmation'
      )[],
    };
    const window = this.#window();
    const { filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options));
    return filePath || null;
  }

  /** Asks whether to open a folder that only a link speaks of. */
  async mayOpen(vault: string): Promise<boolean> {
    const { askLink, askLinkDetail, choose, cancel } = this.#labels();
    const options = {
      type: 'question' as const,
      message: askLink,
      detail: askLinkDetail.replace('{vault}', () => vault),
      buttons: [choose, cancel],
      defaultId: 1,
      cancelId: 1,
    };
    const window = this.#window();
    const { response } = await (window
      ? dialog.showMessageBox(window, options)
      : dialog.showMessageBox(options));
    return response === 0;
  }

  /** Says what went wrong, and what to do. */
  fault(error: unknown): void {
    const { code, params } = toPortolanError(error);
    const { what, todo } = describe(code, params);
    const window = this.#window();
    const options = { type: 'error' as const, message: what, detail: `${todo}\n\n${code}` };
    void (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
  }
}
