import type { Progress } from '../../contract/status.ts';
import type { Screen } from '../terminal/screen.ts';
import { progressLine, progressSentence } from './bar.ts';

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
export function createBar(screen: Screen, now: () => number = Date.now): ProgressDisplay {
  const begun = now();
  let drawn = 0;
  let visible = false;
  let ended = false;
  return {
    show(progress) {
      const at = now();
      if (ended || at - begun < PATIENCE || at - drawn < REDRAW_EVERY) return;
      drawn = at;
      // The last column stays free: writing into it makes some terminals wrap.
      const line = progressLine(progress, screen.columns - 1, screen.style);
      screen.write(`${visible ? '' : HIDE_CURSOR}${CLEAR_LINE}${line}`);
      visible = true;
    },
    end() {
      ended = true;
      if (visible) screen.write(`${CLEAR_LINE}${SHOW_CURSOR}`);
      visible = false;
    },
  };
}

/** Plain lines, few of them, for where nothing can be redrawn. */
export function createLog(screen: Screen, now: () => number = Date.now): ProgressDisplay {
  let said = now() - SAY_EVERY + PATIENCE;
  let last = '';
  return {
    show(progress) {
      const at = now();
      if (at - said < SAY_EVERY) return;
      const sentence = progressSentence(progress);
      if (sentence === last) return;
      said = at;
      last = sentence;
      screen.line(sentence);
    },
    end() {},
  };
}

const createSilence = (): ProgressDisplay => ({ show() {}, end() {} });

/** The display that fits: a bar on a terminal, else lines, or nothing where only a program reads. */
export function createDisplay(screen: Screen, options: { json: boolean }): ProgressDisplay {
  if (screen.live) return createBar(screen);
  return options.json ? createSilence() : createLog(screen);
}
