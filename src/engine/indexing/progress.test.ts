import { describe, expect, it } from 'vitest';
import { ProgressTracker } from './progress.ts';

describe('ProgressTracker', () => {
  it('gives rate and time left of the current phase', () => {
    let now = 0;
    const tracker = new ProgressTracker(() => now);
    tracker.enter('reading');
    tracker.notes({ total: 100, done: 0 });
    for (let done = 1; done <= 20; done++) {
      now += 100;
      tracker.notes({ done }, `note ${done}`);
    }
    expect(tracker.state).toMatchObject({ phase: 'reading', current: 'note 20' });
    expect(tracker.state.rate).toBeCloseTo(10, 0);
    expect(tracker.state.secondsLeft).toBeCloseTo(8, 0);
    tracker.enter('embedding');
    expect(tracker.state.rate).toBeNull();
  });
  it('shows a pause over the phase and the phase again after it', () => {
    const tracker = new ProgressTracker();
    tracker.enter('embedding');
    tracker.pause(true);
    expect(tracker.state.phase).toBe('paused');
    tracker.enter('idle');
    expect(tracker.state.phase).toBe('paused');
    tracker.pause(false);
    expect(tracker.state.phase).toBe('idle');
  });
  it('streams the newest state, merges what came between, and ends with its signal', async () => {
    const tracker = new ProgressTracker();
    const abort = new AbortController();
    const seen: number[] = [];
    tracker.notes({ total: 3 });
    const listening = (async () => {
      for await (const p of tracker.listen(abort.signal)) {
        seen.push(p.notes.done);
        if (p.notes.done === 3) abort.abort();
        else
          queueMicrotask(() => {
            tracker.notes({ done: 1 });
            tracker.notes({ done: 2 });
            tracker.notes({ done: 3 });
          });
      }
    })();
    await listening;
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBe(3);
  });
});
