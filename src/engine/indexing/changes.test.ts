import { afterEach, describe, expect, it } from 'vitest';
import type { NotePath } from '../../common/ids.ts';
import { Bench, noteWrite } from '../store/store.fixture.ts';
import { IndexChanges } from './changes.ts';

const bench = new Bench();
afterEach(() => bench.clear());

const next = async (listening: AsyncGenerator<unknown>) => (await listening.next()).value;

describe('changes of the index', () => {
  it('come together as paths, renames as one that went and one that came', async () => {
    const store = bench.open();
    const changes = new IndexChanges(store);
    const listening = changes.listen();
    const [a, b] = ['a.md', 'b.md'].map((path) => store.writeNote(noteWrite(path)));
    changes.noteChanged(a!);
    changes.noteChanged(b!, 'old.md' as NotePath);
    changes.noteChanged(a!);
    changes.noteRemoved(99, 'gone.md' as NotePath);
    changes.linksChanged([a!]);
    changes.vectorsAdded(['x']);
    expect(await next(listening)).toEqual({
      changed: ['a.md', 'b.md'],
      removed: ['old.md', 'gone.md'],
      links: true,
      vectors: true,
      everything: false,
      notices: false,
    });
    changes.noteRemoved(b!, 'b.md' as NotePath);
    store.removeNote(b!);
    expect(await next(listening)).toMatchObject({
      changed: [],
      removed: ['b.md'],
      links: false,
      vectors: false,
    });
  });

  it('are those since the call, though nobody has asked for the first yet', async () => {
    const store = bench.open();
    const changes = new IndexChanges(store);
    changes.noteChanged(store.writeNote(noteWrite('before.md')));
    const listening = changes.listen();
    changes.noteChanged(store.writeNote(noteWrite('after.md')));
    expect(await next(listening)).toMatchObject({ changed: ['after.md'] });
  });

  it('are everything where they are too many to be named', async () => {
    const changes = new IndexChanges(bench.open());
    const listening = changes.listen();
    for (let i = 0; i < 2_000; i++) changes.noteRemoved(i, `${i}.md` as NotePath);
    expect(await next(listening)).toMatchObject({ changed: [], removed: [], everything: true });
    changes.noteRemoved(1, 'one.md' as NotePath);
    expect(await next(listening)).toMatchObject({ removed: ['one.md'], everything: false });
  });

  it('may be of the notices alone', async () => {
    const changes = new IndexChanges(bench.open());
    const listening = changes.listen();
    changes.noticesChanged();
    expect(await next(listening)).toMatchObject({ changed: [], everything: false, notices: true });
    changes.noteRemoved(1, 'a.md' as NotePath);
    expect(await next(listening)).toMatchObject({ notices: false });
  });

  it('are told to everybody, and to nobody who has left', async () => {
    const changes = new IndexChanges(bench.open());
    const abort = new AbortController();
    const [one, two, three] = [changes.listen(), changes.listen(abort.signal), changes.listen()];
    const waiting = next(two!);
    abort.abort();
    expect(await waiting).toBeUndefined();
    await one.return(undefined);
    changes.noteRemoved(1, 'a.md' as NotePath);
    expect(await next(three)).toMatchObject({ removed: ['a.md'] });
    expect(await next(one)).toBeUndefined();
    changes.close();
    expect(await next(three)).toBeUndefined();
    expect(await next(changes.listen())).toBeUndefined();
  });

  it('of another process are noticed by one that only reads', async () => {
    const writer = bench.open();
    const kept = writer.writeNote(noteWrite('kept.md', { passages: ['uno'] }));
    const gone = writer.writeNote(noteWrite('gone.md'));
    const reader = bench.open({ readOnly: true });
    const changes = new IndexChanges(reader, 5);
    const listening = changes.listen();
    const { version } = changes;
    writer.together(() => {
      writer.writeNote(noteWrite('kept.md', { passages: ['dos'] }));
      writer.removeNote(gone);
      writer.writeNote(noteWrite('new.md'));
    });
    expect(await next(listening)).toEqual({
      changed: ['kept.md', 'new.md'],
      removed: ['gone.md'],
      links: true,
      vectors: true,
      everything: false,
      notices: false,
    });
    expect(changes.version).not.toBe(version);
    writer.moveNote(kept, noteWrite('moved.md', { passages: ['dos'] }));
    expect(await next(listening)).toMatchObject({ changed: ['moved.md'], removed: ['kept.md'] });
    changes.close();
  });
});
