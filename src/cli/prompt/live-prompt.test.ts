import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { Screen } from '../terminal/screen.ts';
import { progress } from '../testing/contract-data.ts';
import { Kept, shownBy } from '../testing/screens.ts';
import { LivePrompt } from './live-prompt.ts';

const closing: (() => void)[] = [];
afterEach(() => {
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
  const time = { now: 10_000 };
  const prompt = new LivePrompt(readline, screen, () => time.now);
  return { prompt, readline, time, screen, shown: () => shownBy(kept.text, { columns: 60 }) };
}

const at = (done: number) =>
  progress({ notes: { total: 100, done, failed: 0 }, current: null, rate: null, secondsLeft: null });

describe('LivePrompt', () => {
  it('keeps progress above the line being typed', async () => {
    const { prompt, readline, time, shown } = onTerminal();
    prompt.ask();
    readline.write('hel');
    for (const done of [10, 20, 30]) {
      prompt.show(at(done));
      time.now += 1000;
    }
    readline.write('lo');
    expect(await shown()).toEqual(['Reading ━━━──────  30 %  30/100', '› hello']);
  });

  it('drops the progress when all is done, and writes above the line', async () => {
    const { prompt, readline, time, shown } = onTerminal();
    prompt.ask();
    prompt.show(at(10));
    time.now += 1000;
    prompt.show(at(20));
    readline.write('typed');
    prompt.above(['100 notes in the index.', 'Second line.']);
    prompt.show(progress({ phase: 'idle' }));
    expect(await shown()).toEqual(['100 notes in the index.', 'Second line.', '› typed']);
  });

  it('is not thrown off by a typed line that wraps', async () => {
    const { prompt, readline, time, shown } = onTerminal();
    prompt.ask();
    readline.write('word '.repeat(20));
    prompt.show(at(10));
    time.now += 1000;
    prompt.show(at(50));
    prompt.above(['Above.']);
    const lines = await shown();
    expect(lines.slice(0, 2)).toEqual(['Above.', 'Reading ━━━━━────  50 %  50/100']);
    expect(lines.slice(2).join('')).toContain('› word word');
    expect(lines).toHaveLength(4);
  });

  it('takes up a saved note in silence', async () => {
    const { prompt, time, shown } = onTerminal();
    prompt.ask();
    prompt.show(at(0));
    time.now += 500;
    prompt.show(at(100));
    prompt.show(progress({ phase: 'idle' }));
    expect(await shown()).toEqual(['› ']);
  });

  it('draws nothing into an answer', async () => {
    const { prompt, screen, time, shown } = onTerminal();
    prompt.ask();
    prompt.hush();
    screen.line();
    screen.line('an answer');
    prompt.show(at(10));
    time.now += 5000;
    prompt.show(at(20));
    screen.line('goes on');
    expect(await shown()).toEqual(['› ', 'an answer', 'goes on']);
  });
});
