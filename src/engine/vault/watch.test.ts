import { appendFileSync, chmodSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PortolanError } from '../../common/errors.ts';
import type { NativeCallback } from './native-watch.ts';
import { createScanner, scanVault } from './scanner.ts';
import { asOrdinaryUser, DiskVault } from './vault.fixture.ts';
import { type VaultChange, type VaultWatcher, type WatchOptions, watchVault } from './watch.ts';

const DEADLINE = 15_000;

/** A watched vault, and what was told of it. */
class Watched {
  readonly changes: VaultChange[] = [];
  readonly errors: PortolanError[] = [];
  watcher!: VaultWatcher;
  #wake: () => void = () => {};

  /** `listener` hears of each change before it is recorded. */
  static async of(
    vault: DiskVault,
    options: Partial<WatchOptions> = {},
    listener: (change: VaultChange) => void = () => {},
  ): Promise<Watched> {
    const watched = new Watched();
    watched.watcher = await watchVault(vault.root, {
      onChange: (change) => {
        listener(change);
        watched.changes.push(change);
        watched.#wake();
      },
      onError: (error) => {
        watched.errors.push(error);
        watched.#wake();
      },
      ...options,
    });
    return watched;
  }

  /** Everything told so far, forgotten. */
  clear(): void {
    this.changes.length = 0;
  }

  paths(): string[] {
    return [...new Set(this.changes.flatMap((change) => (change === 'many' ? [] : [...change])))].sort();
  }

  told = (path: string): boolean => this.changes.some((change) => change === 'many' || change.has(path));

  /** Resolves at the first change or error after which the condition holds. */
  async until(holds: () => boolean): Promise<void> {
    const late = setTimeout(() => this.#wake(), DEADLINE);
    const end = performance.now() + DEADLINE;
    while (!holds()) {
      if (performance.now() > end) throw new Error(`never told; so far: ${JSON.stringify(this.changes)}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    clearTimeout(late);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.watcher.close();
  }
}

describe('watching', () => {
  it('tells of creates, edits, renames and deletes by path', async () => {
    using vault = new DiskVault({ 'a.md': '', 'sub/b.md': '' });
    await using watched = await Watched.of(vault);
    expect(watched.watcher).toMatchObject({ mode: 'native', reason: null });
    vault.write({ 'a.md': 'edited', 'sub/niño.md': '' }).move('sub/b.md', 'c.md');
    await watched.until(() => watched.paths().length === 4);
    expect(watched.paths()).toEqual(['a.md', 'c.md', 'sub/b.md', 'sub/niño.md']);
    vault.remove('c.md');
    watched.clear();
    await watched.until(() => watched.told('c.md'));
  });

  it('takes a thousand files as one change or few', async () => {
    using vault = new DiskVault({ 'a.md': '' });
    await using watched = await Watched.of(vault);
    vault.write(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`${i}.md`, 'x'])));
    await watched.until(() => watched.changes.includes('many'));
    const end = watched.changes.length;
    vault.write({ 'last.md': '' });
    await watched.until(() => watched.changes.length > end);
    expect(watched.changes.length).toBeLessThan(10);
  });

  it('tells of a folder’s notes however deep and however fast it came', async () => {
    using vault = new DiskVault({ 'a.md': '' });
    await using watched = await Watched.of(vault);
    vault.write({ 'x/y/z/deep.md': '1' });
    await watched.until(() => watched.changes.includes('many'));
    watched.clear();
    vault.write({ 'x/y/z/deep.md': '2' });
    await watched.until(() => watched.told('x/y/z/deep.md'));
    vault.move('x', 'w');
    watched.clear();
    await watched.until(() => watched.changes.includes('many'));
    watched.clear();
    vault.write({ 'w/y/z/deep.md': '3' });
    await watched.until(() => watched.told('w/y/z/deep.md'));
  });

  it('is silent about what is hidden, and takes exclusions as many', async () => {
    using vault = new DiskVault({ 'a.md': '', '.obsidian/workspace.json': '', '.git/x': '', 'sub/b.md': '' });
    await using watched = await Watched.of(vault);
    vault.write({ '.obsidian/workspace.json': '1', '.git/x': '1', 'sub/.b.swp': '', 'a.md': 'seen' });
    await watched.until(() => watched.told('a.md'));
    expect(watched.paths()).toEqual(['a.md']);
    for (const path of ['.portolanignore', 'sub/.portolanignore', '.obsidian/app.json']) {
      watched.clear();
      vault.write({ [path]: '' });
      await watched.until(() => watched.changes.includes('many'));
    }
  });

  it.runIf(process.platform === 'linux')('takes a name that is not UTF-8 as many', async () => {
    using vault = new DiskVault();
    await using watched = await Watched.of(vault);
    vault.writeRaw(Buffer.from('A\xf1o.md', 'latin1'));
    await watched.until(() => watched.changes.includes('many'));
  });

  it('goes on when the listener throws, and says so', async () => {
    using vault = new DiskVault({ 'a.md': '' });
    let calls = 0;
    await using watched = await Watched.of(vault, {}, () => {
      if (calls++ === 0) throw new Error('the listener');
    });
    vault.write({ 'a.md': '1' });
    await watched.until(() => watched.errors.length > 0);
    expect(watched.errors[0]).toMatchObject({ code: 'INTERNAL', params: { reason: 'the listener' } });
    vault.write({ 'a.md': '2' });
    await watched.until(() => watched.told('a.md'));
  });

  it('ends with close, which may be called twice', async () => {
    using vault = new DiskVault({ 'a.md': '' });
    const watched = await Watched.of(vault);
    await using witness = await Watched.of(vault);
    await Promise.all([watched.watcher.close(), watched.watcher.close()]);
    vault.write({ 'a.md': 'x' });
    await witness.until(() => witness.told('a.md'));
    expect(watched.changes).toEqual([]);
  });

  it('of what is no vault is an error', async () => {
    using vault = new DiskVault({ 'a.md': '' });
    const onChange = () => {};
    await expect(watchVault(vault.at('no'), { onChange })).rejects.toMatchObject({ code: 'VAULT_NOT_FOUND' });
    await expect(watchVault(vault.at('a.md'), { onChange })).rejects.toMatchObject({
      code: 'VAULT_NOT_A_FOLDER',
    });
  });
});

describe('a vault whose folder', () => {
  it('is replaced by another is watched on', async () => {
    using vault = new DiskVault({ 'a.md': '' });
    await using watched = await Watched.of(vault, { rootCheckMs: 100 });
    vault.move('.', '../old').folder('.').write({ 'new.md': '' });
    await watched.until(() => watched.changes.includes('many'));
    expect((await scanVault(vault.root)).notes.map((note) => note.path)).toEqual(['new.md']);
    vault.write({ 'new.md': 'x' });
    watched.clear();
    await watched.until(() => watched.told('new.md'));
  });

  it('is deleted is looked for until it is back', async () => {
    using vault = new DiskVault({ 'a.md': '' });
    await using watched = await Watched.of(vault, { rootCheckMs: 100 });
    vault.remove('.');
    await watched.until(() => watched.errors.length > 0);
    expect(watched.errors.map((error) => error.code)).toEqual(['VAULT_NOT_FOUND']);
    watched.clear();
    vault.folder('.').write({ 'b.md': '' });
    await watched.until(() => watched.changes.includes('many'));
    watched.clear();
    vault.write({ 'b.md': 'x' });
    await watched.until(() => watched.told('b.md'));
  });
});

describe('where the system', () => {
  it('cannot watch, it polls and says why', async () => {
    using vault = new DiskVault({ 'a.md': '' });
    const subscribe = () => Promise.reject(new Error('no space left for watches'));
    await using watched = await Watched.of(vault, { subscribe, pollMs: 20 });
    expect(watched.watcher).toMatchObject({ mode: 'polling', reason: 'no space left for watches' });
    await watched.until(() => watched.changes.length >= 3);
    expect(new Set(watched.changes)).toEqual(new Set(['many']));
  });

  it('can watch again, it stops polling', async () => {
    using vault = new DiskVault({ 'a.md': '' });
    let works = false;
    const subscribe = async () => {
      if (!works) throw new Error('not yet');
      return { unsubscribe: async () => {} };
    };
    await using watched = await Watched.of(vault, { subscribe, pollMs: 20, safetyMs: 60 });
    await watched.until(() => watched.changes.length > 0);
    works = true;
    await watched.until(() => watched.watcher.mode === 'native');
    expect(watched.watcher.reason).toBeNull();
  });

  it('gives up while watching, everything is looked at, and it polls', async () => {
    using vault = new DiskVault({ 'a.md': '' });
    let callback: NativeCallback = () => {};
    const subscribe = async (_: string, given: NativeCallback) => {
      callback = given;
      return { unsubscribe: async () => {} };
    };
    await using watched = await Watched.of(vault, { subscribe });
    callback(new Error('events were dropped'), []);
    await watched.until(() => watched.changes.includes('many'));
    expect(watched.watcher).toMatchObject({ mode: 'polling', reason: 'events were dropped' });
  });

  it.skipIf(process.platform === 'win32')(
    'cannot look into one folder, the others are still watched',
    async () => {
      using vault = new DiskVault({ 'a.md': '', 'closed/b.md': '' });
      chmodSync(vault.at('closed'), 0);
      chmodSync(vault.root, 0o777);
      chmodSync(vault.at('a.md'), 0o666);
      await asOrdinaryUser(vault, async () => {
        await using watched = await Watched.of(vault);
        expect(watched.watcher.mode).toBe('native');
        appendFileSync(vault.at('a.md'), 'x');
        await watched.until(() => watched.told('a.md'));
      });
    },
  );
});

describe('watching and checking together', () => {
  it('lose nothing while files and folders come and go', async () => {
    using vault = new DiskVault({ 'start.md': '' });
    const scanner = createScanner(vault.root);
    let held = new Set((await scanner.scan()).notes.map((note) => note.path as string));
    let work = Promise.resolve();
    const follow = async (change: VaultChange) => {
      const check = change === 'many' ? null : await scanner.check(change);
      if (!check || check.needsFullScan)
        held = new Set((await scanner.scan()).notes.map((note) => note.path));
      for (const path of check?.gone ?? []) held.delete(path);
      for (const note of check?.notes ?? []) held.add(note.path);
    };
    await using watched = await Watched.of(vault, {}, (change) => {
      work = work.then(() => follow(change));
    });
    for (let i = 0; i < 300; i++) {
      vault.write({ [`f${i % 9}/g${i % 4}/note ${i}.md`]: `${i}`, 'start.md': `${i}` });
      if (i % 50 === 49) vault.move(`f${i % 9}`, `moved ${i}`);
      if (i % 30 === 29) vault.remove(`f${(i + 1) % 9}`);
      if (i % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const truth = (await scanVault(vault.root)).notes.map((note) => note.path as string);
    for (;;) {
      await work;
      if (truth.length === held.size && truth.every((path) => held.has(path))) break;
      const told = watched.changes.length;
      await watched.until(() => watched.changes.length > told);
    }
    expect([...held].sort()).toEqual(truth);
  });
});
