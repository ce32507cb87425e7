import type { Locator, Page } from 'playwright-core';
import type { Words } from '../words.ts';

/** The tests' types know no page. */
interface Attributed {
  getAttribute(name: string): string | null;
}

/** The notes around the one that is read, on the right. */
export class Nearby {
  readonly #page: Page;
  readonly #say: Words;

  constructor(page: Page, say: Words) {
    this.#page = page;
    this.#say = say;
  }

  get panel(): Locator {
    return this.#page.getByRole('region', { name: this.#say('nearby.title'), exact: true });
  }

  get picture(): Locator {
    return this.panel.getByRole('application');
  }

  /** The note's point of the drawing. */
  point(path: string): Locator {
    return this.panel.locator(`[data-path="${path}"]`);
  }

  /** Paths of the notes that are drawn, the one in the middle first. */
  paths(): Promise<string[]> {
    return this.panel
      .locator('[data-path]')
      .evaluateAll((points) =>
        points.map((point) => (point as unknown as Attributed).getAttribute('data-path')!),
      );
  }

  /** Where each note's point is, in order: to tell whether any has moved. */
  places(): Promise<string> {
    return this.panel
      .locator('[data-path] circle:first-child')
      .evaluateAll((points) =>
        (points as unknown as Attributed[])
          .map((point) => `${point.getAttribute('cx')} ${point.getAttribute('cy')}`)
          .join('\n'),
      );
  }

  /** How many lines of a kind there are. */
  lines(kind: 'link' | 'meaning'): Promise<number> {
    return this.panel.locator(`line[class*="${kind}"]`).count();
  }
}
