import type { DrawAnswer, DrawRequest } from './protocol.ts';

export interface Drawing {
  readonly svg: string;
  /** Its natural width in pixels, 0 where unknown. */
  readonly width: number;
}

/** A diagram that takes longer is given up, with the frame that it keeps busy. */
const PATIENCE = 15_000;
const LONGEST = 50_000;

interface Waiting {
  readonly request: DrawRequest;
  readonly resolve: (drawing: Drawing) => void;
  readonly reject: (error: Error) => void;
}

/** One frame draws one diagram after another: its code is a note's, so it runs without the page's origin. */
class Drawer {
  readonly #queue: Waiting[] = [];
  #frame: HTMLIFrameElement | null = null;
  #ready = false;
  #now: Waiting | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = 0;

  constructor() {
    addEventListener('message', (event: MessageEvent<DrawAnswer>) => {
      if (this.#frame && event.source === this.#frame.contentWindow) this.#hear(event.data);
    });
  }

  draw(code: string, theme: DrawRequest['theme']): Promise<Drawing> {
    if (code.length > LONGEST) return Promise.reject(new Error(`> ${LONGEST}`));
    return new Promise((resolve, reject) => {
      this.#queue.push({ request: { portolan: 'draw', id: ++this.#last, code, theme }, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#now || this.#queue.length === 0) return;
    if (!this.#frame) this.#open();
    if (!this.#ready) return;
    this.#now = this.#queue.shift()!;
    // A frame without an origin has no name to send to but everyone's; it holds our own page alone.
    this.#frame!.contentWindow!.postMessage(this.#now.request, '*');
    this.#wind();
  }

  #open(): void {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.title = 'Mermaid';
    frame.ariaHidden = 'true';
    frame.tabIndex = -1;
    frame.className = 'portolan-mermaid';
    // Out of sight, but laid out: text is measured in it.
    Object.assign(frame.style, {
      position: 'fixed',
      left: '-3000px',
      top: '0',
      width: '1200px',
      height: '900px',
      border: '0',
    });
    frame.src = './mermaid.html';
    document.body.append(frame);
    this.#frame = frame;
    this.#ready = false;
    this.#wind();
  }

  #wind(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#giveUp(), PATIENCE);
  }

  #hear(answer: DrawAnswer): void {
    if (answer?.portolan === 'frame-ready') this.#ready = true;
    else if (this.#now && answer?.portolan === 'drawn' && answer.id === this.#now.request.id)
      this.#settle((now) => now.resolve({ svg: answer.svg, width: answer.width }));
    else if (this.#now && answer?.portolan === 'not-drawn' && answer.id === this.#now.request.id)
      this.#settle((now) => now.reject(new Error(answer.reason)));
    else return;
    clearTimeout(this.#timer);
    this.#next();
  }

  #settle(how: (now: Waiting) => void): void {
    how(this.#now!);
    this.#now = null;
  }

  #giveUp(): void {
    this.#frame?.remove();
    this.#frame = null;
    const stuck = this.#now ? [this.#now] : this.#queue.splice(0);
    this.#now = null;
    for (const { reject } of stuck) reject(new Error('…'));
    this.#next();
  }
}

let drawer: Drawer | null = null;

/** Draws a diagram. @throws Error with Mermaid's reason where it cannot */
export function draw(code: string, theme: DrawRequest['theme']): Promise<Drawing> {
  drawer ??= new Drawer();
  return drawer.draw(code, theme);
}
