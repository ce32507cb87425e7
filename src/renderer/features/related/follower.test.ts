import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PortolanError } from '../../../common/errors.ts';
import type { Changes } from '../../../contract/changes.ts';
import type { Answer, Question } from './answer.ts';
import { Follower } from './follower.ts';
import { answer, changes } from './related.fixture.ts';

/** An engine whose answers come when the test says so. */
function world() {
  const asked: {
    question: Question;
    give: (a: Answer) => Promise<void>;
    fail: (e: unknown) => Promise<void>;
  }[] = [];
  const aborted: string[] = [];
  const follower = new Follower(
    (question, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => aborted.push(question.note));
        const settle = async (act: () => void) => {
          act();
          await vi.advanceTimersByTimeAsync(0);
        };
        asked.push({
          question,
          give: (a) => settle(() => resolve(a)),
          fail: (e) => settle(() => reject(e)),
        });
      }),
  );
  const pane = { touched: false };
  const touch = (touched: boolean) => {
    pane.touched = touched;
    if (!touched) follower.left();
  };
  const state = () => follower.store.getState();
  const ids = () => state().shown?.items.map((item) => item.id);
  return { follower, pane, touch, asked, aborted, state, ids, last: () => asked.at(-1)! };
}

const edited = (path: string): Changes => changes({ changed: [path] });
const embedded = changes({ vectors: true });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function reading(note = 'a.md') {
  const w = world();
  w.follower.start();
  w.follower.read(note, null);
  await w.last().give(answer('b.md', 'c.md', 'd.md'));
  w.follower.watch(() => ({ touched: w.pane.touched, reached: 2 }));
  return w;
}

describe('what is read', () => {
  it('is asked about at once, and never shows the answer of the note before', async () => {
    const w = await reading();
    w.follower.read('b.md', null);
    expect(w.state().shown).toBeNull();
    const late = w.last();
    w.follower.read('c.md', null);
    await late.give(answer('of b'));
    expect(w.aborted).toEqual(['b.md']);
    expect(w.state().shown).toBeNull();
    await w.last().give(answer('x.md'));
    expect(w.ids()).toEqual(['x.md']);
    expect(w.state()).toMatchObject({ path: 'c.md', asking: false });
  });

  it('is not asked about while the panel is not in view', () => {
    const w = world();
    w.follower.read('a.md', null);
    expect(w.asked).toEqual([]);
    w.follower.start();
    expect(w.last().question.note).toBe('a.md');
  });

  it('keeps to a pinned note, and goes on with the note that is read when it is let go', async () => {
    const w = await reading();
    w.follower.pin(true);
    w.follower.read('z.md', null);
    expect(w.ids()).toEqual(['b.md', 'c.md', 'd.md']);
    w.follower.pin(false);
    expect(w.last().question.note).toBe('z.md');
  });

  it('an error is shown with its reason, and asked again when the index changes', async () => {
    const w = world();
    w.follower.start();
    w.follower.read('new.md', null);
    await w.last().fail(new PortolanError('NOTE_NOT_FOUND', { name: 'new.md', hint: '' }));
    expect(w.state().error).toMatchObject({ code: 'NOTE_NOT_FOUND' });
    w.follower.changed(edited('new.md'));
    await w.last().give(answer('b.md'));
    expect(w.state()).toMatchObject({ error: null });
    expect(w.ids()).toEqual(['b.md']);
  });
});

describe('a newer answer', () => {
  it('of a refinement waits where something in view would move', async () => {
    const w = await reading();
    w.follower.changed(embedded);
    await vi.advanceTimersByTimeAsync(3_000);
    await w.last().give(answer('c.md', 'b.md', 'd.md'));
    expect(w.ids()).toEqual(['b.md', 'c.md', 'd.md']);
    expect(w.state().newer).not.toBeNull();
    w.follower.take();
    expect(w.ids()).toEqual(['c.md', 'b.md', 'd.md']);
    expect(w.state().newer).toBeNull();
  });

  it('of a refinement comes by itself where only what is out of view moves, and not under the pointer', async () => {
    const w = await reading();
    w.touch(true);
    w.follower.changed(embedded);
    await vi.advanceTimersByTimeAsync(3_000);
    await w.last().give(answer('b.md', 'c.md', 'e.md'));
    expect(w.ids()).toEqual(['b.md', 'c.md', 'd.md']);
    w.touch(false);
    expect(w.ids()).toEqual(['b.md', 'c.md', 'e.md']);
  });

  it('of a saved note comes at once, but not under the pointer', async () => {
    const w = await reading();
    w.follower.changed(edited('a.md'));
    await w.last().give(answer('x.md'));
    expect(w.ids()).toEqual(['x.md']);
    w.touch(true);
    w.follower.changed(edited('a.md'));
    await w.last().give(answer('y.md'));
    expect(w.ids()).toEqual(['x.md']);
    w.touch(false);
    expect(w.ids()).toEqual(['y.md']);
  });

  it('is asked for at a measured pace while the index grows', async () => {
    const w = await reading();
    for (let i = 0; i < 30; i++) {
      w.follower.changed(embedded);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(w.asked).toHaveLength(2);
  });

  it('that fails leaves what is shown', async () => {
    const w = await reading();
    w.follower.changed(edited('a.md'));
    await w.last().fail(new PortolanError('ENGINE_GONE'));
    expect(w.ids()).toEqual(['b.md', 'c.md', 'd.md']);
    expect(w.state().error).toBeNull();
  });

  it('takes over the urgency of the question that it replaces', async () => {
    const w = await reading();
    w.follower.choose({ unlinkedOnly: true });
    w.follower.changed(edited('a.md'));
    await w.last().give(answer('x.md'));
    expect(w.ids()).toEqual(['x.md']);
  });
});

describe('passages', () => {
  it('follow what is read once it rests, and stay under the pointer', async () => {
    const w = await reading();
    w.follower.read('a.md', { start: 0, end: 10 });
    w.follower.choose({ mode: 'passages' });
    await w.last().give(answer('p1'));
    for (let i = 1; i <= 5; i++) {
      w.follower.read('a.md', { start: i * 10, end: i * 10 + 10 });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(w.asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(250);
    expect(w.last().question.at).toEqual({ start: 50, end: 60 });
    await w.last().give(answer('p2'));
    expect(w.ids()).toEqual(['p2']);
    w.touch(true);
    w.follower.read('a.md', { start: 90, end: 100 });
    await vi.advanceTimersByTimeAsync(250);
    await w.last().give(answer('p3'));
    expect(w.ids()).toEqual(['p2']);
    w.touch(false);
    expect(w.ids()).toEqual(['p3']);
  });

  it('of another note wait until the reader has said what is in view', async () => {
    const w = await reading();
    w.follower.choose({ mode: 'passages' });
    w.follower.read('b.md', null);
    const before = w.asked.length;
    w.follower.read('b.md', { start: 5, end: 9 });
    await vi.advanceTimersByTimeAsync(0);
    expect(w.asked.length).toBe(before + 1);
    expect(w.last().question).toMatchObject({ note: 'b.md', at: { start: 5, end: 9 } });
  });
});

it('leaves nothing of a vault that was closed', async () => {
  const w = await reading();
  w.follower.pin(true);
  w.follower.read(null, null);
  w.follower.reset();
  expect(w.state()).toMatchObject({ path: null, pinned: false, shown: null, newer: null });
});
