import { describe, expect, it } from 'vitest';
import { progress } from '../testing/contract-data.ts';
import { keptScreen, shownBy } from '../testing/screens.ts';
import { createBar, createDisplay, createLog } from './display.ts';

/** A clock that stands until it is moved. */
function clock() {
  const time = { now: 1_000_000, read: () => time.now };
  return time;
}
const step = (done: number) => progress({ notes: { total: 100, done, failed: 0 } });

describe('the bar', () => {
  it('redraws one line, hides the cursor meanwhile and leaves nothing behind', async () => {
    const { stream, screen } = keptScreen({ tty: true });
    const time = clock();
    const bar = createBar(screen, time.read);
    for (const done of [10, 20, 30]) {
      time.now += 1000;
      bar.show(step(done));
    }
    expect(await shownBy(stream.text)).toEqual([
      'Reading ━━━━─────────  30 %  2 min left  30/100  31/s  folder/A note.md',
    ]);
    bar.end();
    screen.line('done');
    expect(await shownBy(stream.text)).toEqual(['done']);
    expect(stream.text.split('\u001b[?25l')).toHaveLength(2);
    expect(stream.text.lastIndexOf('\u001b[?25h')).toBeGreaterThan(stream.text.lastIndexOf('\u001b[?25l'));
  });

  it('draws nothing for work that is over at once', () => {
    const { stream, screen } = keptScreen({ tty: true });
    const bar = createBar(screen, clock().read);
    bar.show(step(99));
    bar.end();
    expect(stream.text).toBe('');
  });

  it('does not draw more often than an eye follows, nor after its end', () => {
    const { stream, screen } = keptScreen({ tty: true });
    const time = clock();
    const bar = createBar(screen, time.read);
    time.now += 1000;
    for (let i = 0; i < 50; i++) bar.show(step(i));
    expect(stream.text.split('\r')).toHaveLength(2);
    bar.end();
    const after = stream.text;
    time.now += 1000;
    bar.show(step(60));
    expect(stream.text).toBe(after);
  });
});

describe('the log', () => {
  it('says a line every few seconds, and none twice', () => {
    const { stream, screen } = keptScreen();
    const time = clock();
    const log = createLog(screen, time.read);
    for (let second = 0; second <= 12; second++) {
      log.show(step(second * 2));
      time.now += 1000;
    }
    log.show(step(24));
    log.show(step(24));
    expect(stream.text.trimEnd().split('\n')).toEqual([
      'Reading: 2 of 100 notes (2 %), 31/s, 2 min left',
      'Reading: 12 of 100 notes (12 %), 31/s, 2 min left',
      'Reading: 22 of 100 notes (22 %), 31/s, 2 min left',
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
