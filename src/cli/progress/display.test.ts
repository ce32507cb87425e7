import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { progress } from '../testing/contract-data.ts';
import { keptScreen, shownBy } from '../testing/screens.ts';
import { createBar, createDisplay, createLog } from './display.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const step = (done: number) => progress({ notes: { total: 100, done, failed: 0 } });

describe('the bar', () => {
  it('redraws one line, hides the cursor meanwhile and leaves nothing behind', () => {
    const { stream, screen } = keptScreen({ tty: true });
    const bar = createBar(screen);
    for (const done of [10, 20, 30]) {
      vi.advanceTimersByTime(1000);
      bar.show(step(done));
    }
    expect(shownBy(stream.text)).toEqual([
      'Reading ━━━━─────────  30 %  2 min left  30/100  31/s  folder/A note.md',
    ]);
    bar.end();
    screen.line('done');
    expect(shownBy(stream.text)).toEqual(['done']);
    expect(stream.text.split('\u001b[?25l')).toHaveLength(2);
    expect(stream.text.lastIndexOf('\u001b[?25h')).toBeGreaterThan(stream.text.lastIndexOf('\u001b[?25l'));
  });

  it('draws nothing for work that is over at once', () => {
    const { stream, screen } = keptScreen({ tty: true });
    const bar = createBar(screen);
    bar.show(step(99));
    bar.end();
    expect(stream.text).toBe('');
  });

  it('does not draw more often than an eye follows, does not lose the last state, nor draws after its end', () => {
    const { stream, screen } = keptScreen({ tty: true });
    const bar = createBar(screen);
    vi.advanceTimersByTime(1000);
    for (let i = 0; i < 50; i++) bar.show(step(i));
    expect(stream.text.split('\r')).toHaveLength(2);
    vi.advanceTimersByTime(1000);
    expect(stream.text.split('\r')).toHaveLength(3);
    expect(stream.text).toContain('49/100');
    bar.end();
    const after = stream.text;
    bar.show(step(59));
    vi.advanceTimersByTime(1000);
    bar.show(step(60));
    expect(stream.text).toBe(after);
  });
});

describe('the log', () => {
  it('says a line every few seconds, and none twice', () => {
    const { stream, screen } = keptScreen();
    const log = createLog(screen);
    for (let second = 0; second <= 12; second++) {
      log.show(step(second * 2));
      vi.advanceTimersByTime(1000);
    }
    log.show(step(25));
    log.end();
    vi.advanceTimersByTime(60_000);
    expect(stream.text.trimEnd().split('\n')).toEqual([
      'Reading: 0 of 100 notes (0 %), 31/s, 2 min left',
      'Reading: 10 of 100 notes (10 %), 31/s, 2 min left',
      'Reading: 20 of 100 notes (20 %), 31/s, 2 min left',
    ]);
  });
});

describe('createDisplay', () => {
  it('says nothing beside JSON that no terminal shows', () => {
    const { stream, screen } = keptScreen();
    const display = createDisplay(screen, { json: true });
    display.show(step(50));
    display.end();
    expect(stream.text).toBe('');
  });
});
