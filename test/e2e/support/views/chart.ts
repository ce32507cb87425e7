import type { Locator, Page } from 'playwright-core';
import type { Words } from '../words.ts';

type Pixel = readonly [number, number];
type Sea = HTMLElement & { whereIs(path: string): Pixel | null };

/** The chart in the middle. */
export class Chart {
  readonly #page: Page;
  readonly #say: Words;

  constructor(page: Page, say: Words) {
    this.#page = page;
    this.#say = say;
  }

  get view(): Locator {
    return this.#page.getByRole('region', { name: this.#say('chart.title'), exact: true });
  }

  /** What it is drawn on. */
  get sea(): Locator {
    return this.view.getByRole('application');
  }

  get legend(): Locator {
    return this.view.getByRole('region', { name: this.#say('chart.legend') });
  }

  /** Entries of the legend, without what more can be done with them. */
  get entries(): Locator {
    return this.legend.locator('li button[aria-pressed]');
  }

  /** The note that is chosen, and its ties. */
  get chosen(): Locator {
    return this.view.locator('p strong');
  }

  /** Shows it by its keys, once it is drawn. */
  async show(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+G');
    // Whoever points at it before there is a picture points at nothing.
    await this.sea.and(this.#page.locator('[data-drawn]')).waitFor({ timeout: 60_000 });
  }

  async colourBy(what: 'folder' | 'tag' | 'age' | 'links' | 'language' | 'region'): Promise<void> {
    await this.legend.getByRole('button', { name: this.#say('chart.colour') }).click();
    await this.#page.getByRole('option', { name: this.#say(`chart.colour.${what}`) }).click();
  }

  /** How many notes it says that it has, and how many of them stand out; all where it says nothing of it. */
  async counted(): Promise<{ readonly notes: number; readonly standing: number }> {
    const [notes, , standing] = ((await this.sea.getAttribute('aria-label')) ?? '').match(/\d+/g) ?? [];
    return { notes: Number(notes), standing: Number(standing ?? notes) };
  }

  /** Where notes lie, in pixels from the top left of the chart. */
  whereAre(paths: readonly string[]): Promise<readonly (Pixel | null)[]> {
    return this.sea.evaluate((sea, all) => all.map((path) => (sea as Sea).whereIs(path)), [...paths]);
  }

  async click(path: string, times = 1): Promise<void> {
    const [[x, y]] = (await this.whereAre([path])) as [Pixel];
    await this.sea.click({ position: { x, y }, clickCount: times });
  }

  /** Colours on the screen at places of the chart, as one number each. */
  async coloursAt(places: readonly Pixel[]): Promise<readonly number[]> {
    const picture = (await this.sea.screenshot()).toString('base64');
    // As text: the tests' types know no canvas.
    return this.#page.evaluate<number[]>(`(async () => {
      const bytes = Uint8Array.from(atob(${JSON.stringify(picture)}), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context.drawImage(image, 0, 0);
      return ${JSON.stringify(places)}.map(([x, y]) => {
        const [r, g, b] = context.getImageData(Math.round(x), Math.round(y), 1, 1).data;
        return (r << 16) | (g << 8) | b;
      });
    })()`);
  }
}
