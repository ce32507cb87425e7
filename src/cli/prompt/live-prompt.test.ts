import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Screen } from '../terminal/screen.ts';
import { progress } from '../testing/contract-data.ts';
import { Kept, shownBy } from '../testing/screens.ts';
import { LivePrompt } from './live-prompt.ts';

const closing: (() => void)[] = [];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  for (const close of closing.splice(0)) close();
});

/** A prompt on a terminal of 60 columns whose clock stands until it is moved. */
function onTerminal() {
  const kept = new Kept({ tty: true, columns: 60 });
  const output = Object.assign(new PassThrough(), { columns: 60, rows: 24, isTTY: true });
  output.on('data', (chunk) => {
    kept.text += chunk;
  });
  const input = new PassThrough();
  const readline = createInterface({ input, output, terminal: true });
  closing.push(() => readline.close());
  // One stream for both, as on a terminal.
  const screen = new Screen(
    { isTTY: true, columns: 60, on: () => {}, write: (text, done) => output.write(text, done) },
    { NO_COLOR: '1' },
  );
  const prompt = new LivePrompt(readline, screen);
  return { prompt, readline, screen, shown: () => shownBy(kept.text, { columns: 60 }) };
}

const at = (done: number) =>
  progress({ notes: { total: 100, done, failed: 0 }, current: null, rate: null, secondsLeft: null });

describe('LivePrompt', () => {
  it('keeps progress above the line being typed', () => {
    const { prompt, readline, shown } = onTerminal();
    prompt.ask();
    readline.write('hel');
    for (const done of [10, 20, 30]) {
      prompt.show(at(done));
      vi.advanceTimersByTime(1000);
    }
    readline.write('lo');
    expect(shown()).toEqual(['Reading ━━━──────  30 %  30/100', '› hello']);
  });

  it('drops the progress when all is done, and writes above the line', () => {
    const { prompt, readline, shown } = onTerminal();
    prompt.ask();
    prompt.show(at(10));
    vi.advanceTimersByTime(1000);
    prompt.show(at(20));
    readline.write('typed');
    prompt.above(['100 notes in the index.', 'Second line.']);
    prompt.show(progress({ phase: 'idle' }));
    expect(shown()).toEqual(['100 notes in the index.', 'Second line.', '› typed']);
  });

  it('is not thrown off by a typed line that wraps', () => {
    const { prompt, readline, shown } = onTerminal();
    prompt.ask();
    readline.write('word '.repeat(20));
    prompt.show(at(10));
    vi.advanceTimersByTime(1000);
    prompt.show(at(50));
    prompt.above(['Above.']);
    const lines = shown();
    expect(lines.slice(0, 2)).toEqual(['Above.', 'Reading ━━━━━────  50 %  50/100']);
    expect(lines.slice(2).join('')).toContain('› word word');
    expect(lines).toHaveLength(4);
  });

  it('takes up a saved note in silence', () => {
    const { prompt, shown } = onTerminal();
    prompt.ask();
    prompt.show(at(0));
    vi.advanceTimersByTime(500);
    prompt.show(at(100));
    prompt.show(progress({ phase: 'idle' }));
    expect(shown()).toEqual(['› ']);
  });

  it('draws nothing into an answer', () => {
    const { prompt, screen, shown } = onTerminal();
    prompt.ask();
    prompt.hush();
    screen.line();
    screen.line('an answer');
    prompt.show(at(10));
    vi.advanceTimersByTime(5000);
    screen.line('goes on');
    expect(shown()).toEqual(['› ', 'an answer', 'goes on']);
  });
});
