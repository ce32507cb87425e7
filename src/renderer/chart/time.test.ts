import { describe, expect, it } from 'vitest';
import { chartModel } from './model.ts';
import { isIn, playedOn, timelineOf } from './time.ts';

const DAY = 86_400_000;
const days = (...dates: (number | string)[]) => {
  const paths = dates.map((_, i) => `${i}.md`);
  const entries = dates.map((date, i) => ({
    path: paths[i]!,
    title: '',
    language: 'es',
    kind: 'markdown' as const,
    aliases: [],
    tags: [],
    size: 1,
    modified: typeof date === 'number' ? date * DAY : 100 * DAY,
    created: 90 * DAY,
    date: typeof date === 'string' ? date : null,
  }));
  const none = new Int32Array(dates.length).fill(-1);
  const positions = new Float32Array(2 * dates.length);
  const places = { paths, positions, regions: none, parts: none, links: new Uint32Array() };
  return chartModel(places, [], new Map(entries.map((entry) => [entry.path, entry])));
};

describe('notes in time', () => {
  it('lie in steps from the first to the last', () => {
    const line = timelineOf(days(10, 12, 12, 20), 'changed', 5);
    expect(line.counts).toEqual([1, 2, 0, 0, 1]);
    expect([line.starts[0], line.starts[5]]).toEqual([10 * DAY, 20 * DAY]);
    const window = { at: line.at, from: 1, to: 5 };
    expect([0, 1, 2, 3].filter((i) => isIn(window, i))).toEqual([1, 2, 3]);
  });

  it('are placed by the day they name, where that is asked for', () => {
    const model = days('1970-01-11', 20);
    const steps = (by: 'day' | 'created' | 'changed') => [...timelineOf(model, by, 2).at].map(Math.floor);
    expect(steps('day')).toEqual([0, -1]);
    expect(steps('created')).toEqual([0, 1]);
    expect(steps('changed')).toEqual([1, 0]);
  });

  it('are left out where they have none; one moment and no notes are timelines too', () => {
    expect([...timelineOf(days(0, 5), 'changed', 3).at]).toEqual([-1, 0]);
    expect(timelineOf(days(7, 7), 'changed', 3).counts).toEqual([2, 0, 0]);
    expect(timelineOf(days(), 'changed', 2).counts).toEqual([0, 0]);
  });

  it('are played step by step, and again from the beginning', () => {
    expect(playedOn([2, 5], 1, 6)).toEqual([3, 6]);
    expect(playedOn([2, 5], 0.25, 6)).toEqual([2.25, 5.25]);
    expect(playedOn([2.9, 5.9], 1, 6)[1]).toBe(6);
    expect(playedOn([3, 6], 1, 6)).toEqual([0, 3]);
  });
});
