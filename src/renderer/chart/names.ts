import type { Label, Sight } from './labels.ts';
import { css } from './layers.ts';
import type { Palette } from './palette.ts';

/** Of 1: how much ink a name has. */
const INK = { region: 1, part: 0.8, note: 0.92 } as const;
/** Pixels of paper around letters. */
const HALO = 3.5;

/**
 * Names over the chart, as the browser sets type: sharp, on whole pixels, in any script, with nothing to prepare. Drawn
 * when the chart is, so that they stay on their places while it moves.
 */
export class Names {
  readonly #canvas = document.createElement('canvas');
  readonly #context = this.#canvas.getContext('2d')!;
  readonly #sans: string;
  #drawn: readonly unknown[] = [];

  constructor(parent: HTMLElement, sans: string) {
    this.#sans = sans;
    this.#canvas.setAttribute('aria-hidden', 'true');
    Object.assign(this.#canvas.style, { position: 'absolute', inset: '0', pointerEvents: 'none' });
    parent.append(this.#canvas);
  }

  draw(labels: readonly Label[], sight: Sight, palette: Palette): void {
    const { x, y, scale, width, height } = sight;
    const fine = window.devicePixelRatio;
    const what = [labels, palette, x, y, scale, width, height, fine];
    if (what.every((value, i) => value === this.#drawn[i])) return;
    this.#drawn = what;
    this.#fitTo(width, height, fine);
    const context = this.#context;
    context.clearRect(0, 0, width, height);
    Object.assign(context, {
      textAlign: 'center',
      textBaseline: 'middle',
      lineJoin: 'round',
      lineWidth: HALO,
    });
    context.strokeStyle = css(palette.paper);
    context.fillStyle = css(palette.ink);
    for (const label of labels) {
      const px = Math.round(fine * (width / 2 + (label.x - x) * scale + label.dx)) / fine;
      const py = Math.round(fine * (height / 2 - (label.y - y) * scale + label.dy)) / fine;
      context.font = `600 ${label.size}px ${this.#sans}`;
      context.globalAlpha = 0.85;
      context.strokeText(label.text, px, py);
      context.globalAlpha = INK[label.kind];
      context.fillText(label.text, px, py);
    }
  }

  #fitTo(width: number, height: number, fine: number): void {
    const [wide, high] = [Math.round(width * fine), Math.round(height * fine)];
    if (this.#canvas.width === wide && this.#canvas.height === high) return;
    Object.assign(this.#canvas, { width: wide, height: high });
    Object.assign(this.#canvas.style, { width: `${width}px`, height: `${height}px` });
    this.#context.setTransform(fine, 0, 0, fine, 0, 0);
  }

  close(): void {
    this.#canvas.remove();
  }
}
