import type { Progress } from '../../contract/status.ts';
import type { Screen } from '../terminal/screen.ts';
import { progressLine, progressSentence } from './bar.ts';
import { Pacer } from './pacer.ts';

/** How a run's progress is shown. `end` leaves the screen as it was, without the bar and with a cursor. */
export interface ProgressDisplay {
  show(progress: Progress): void;
  end(): void;
}

const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
const CLEAR_LINE = '\r\u001b[2K';

/** Milliseconds before anything is drawn: what is done sooner needs no bar. */
const PATIENCE = 300;
const REDRAW_EVERY = 100;
const SAY_EVERY = 5_000;

/** One line on a terminal, drawn again and again in place. */
export function createBar(screen: Screen): ProgressDisplay {
  let visible = false;
  const pacer = new Pacer<Progress>(
    (progress) => {
      // The last column stays free: writing into it makes some terminals wrap.
      const line = progressLine(progress, screen.columns - 1, screen.style);
      screen.write(`${visible ? '' : HIDE_CURSOR}${CLEAR_LINE}${line}`);
      visible = true;
    },
    { every: REDRAW_EVERY, patience: PATIENCE },
  );
  return {
    show: (progress) => pacer.offer(progress),
    end() {
      pacer.stop();
      if (visible) screen.write(`${CLEAR_LINE}${SHOW_CURSOR}`);
      visible = false;
    },
  };
}

/** Plain lines, few of them, for where nothing can be redrawn. */
export function createLog(screen: Screen): ProgressDisplay {
  let last = '';
  const pacer = new Pacer<Progress>(
    (progress) => {
      const sentence = progressSentence(progress);
      if (sentence !== last) screen.line(sentence);
      last = sentence;
    },
    { every: SAY_EVERY, patience: PATIENCE },
  );
  return { show: (progress) => pacer.offer(progress), end: () => pacer.stop() };
}

const createSilence = (): ProgressDisplay => ({ show() {}, end() {} });

/** The display that fits: a bar on a terminal, else lines, or nothing where only a program reads. */
export function createDisplay(screen: Screen, options: { json: boolean }): ProgressDisplay {
  if (screen.live) return createBar(screen);
  return options.json ? createSilence() : createLog(screen);
}
