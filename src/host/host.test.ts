import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TempVault } from '../../test/support/temp-vault.ts';
import { until } from '../../test/support/until.ts';
import type { EngineOptions } from '../contract/engine-options.ts';
import type { ToEngine } from '../rpc/engine-protocol.ts';
import type { EngineProcess } from './engine-supervisor.ts';
import { Host } from './host.ts';
import type { HostOptions } from './ports.ts';
import { createHostRouter } from './router.ts';

/** A process that opens whatever it is told to, and ends when it is told to. */
class Opening extends EventEmitter {
  readonly connected = true;
  options: EngineOptions | null = null;
  ended = false;

  send(message: ToEngine): void {
    if ('open' in message) {
      this.options = message.open;
      queueMicrotask(() => this.emit('message', { opened: true }));
    }
    if ('close' in message) this.kill();
  }

  kill(): boolean {
    this.ended = true;
    queueMicrotask(() => this.emit('exit', 0));
    return true;
  }
}

let vault: TempVault;
let processes: Opening[];
let hosts: Host[];
beforeEach(() => {
  vault = new TempVault({ 'Mareas.md': 'El mar.' });
  mkdirSync(path.join(vault.base, 'sample'));
  processes = [];
  hosts = [];
});
afterEach(async () => {
  await Promise.all(hosts.map((host) => host.end()));
  vault[Symbol.dispose]();
});

const configDir = () => path.join(vault.base, 'config');
const create = async (options: Partial<HostOptions> = {}) => {
  const host = await Host.create({
    about: { shell: 'browser', version: '1' },
    configDir: configDir(),
    sample: path.join(vault.base, 'sample'),
    modelsDir: path.join(vault.base, 'models'),
    spawn() {
      const process = new Opening();
      processes.push(process);
      return process as unknown as EngineProcess;
    },
    ...options,
  });
  hosts.push(host);
  return host;
};
const running = (host: Host, run: number) =>
  until(() => host.state.engine.is === 'running' && host.state.engine.run === run, `engine ${run} runs`);
/** What the newest engine was told to open. */
const told = () => processes.at(-1)!.options!;

describe('opening', () => {
  it('starts an engine on the folder, ends the one before, and counts', async () => {
    const host = await create();
    expect(host.state).toMatchObject({ vault: null, engine: { is: 'none' } });
    await host.open(vault.root);
    await running(host, 1);
    expect(told()).toMatchObject({ vault: vault.root, watch: true });
    await host.openSample();
    await running(host, 2);
    expect(processes.map(({ ended }) => ended)).toEqual([true, false]);
    expect(host.state.vault).toMatchObject({ name: 'sample', sample: true });
    await host.closeVault();
    expect(host.state).toMatchObject({ vault: null, engine: { is: 'none' } });
    expect(host.connectEngine()).toBeNull();
    expect(processes.every(({ ended }) => ended)).toBe(true);
  });

  it('says that no engine runs before it ends the one that does', async () => {
    const host = await create();
    await host.open(vault.root);
    await running(host, 1);
    const [first] = processes;
    let said = '';
    first!.once('exit', () => {
      said = host.state.engine.is;
    });
    await host.restart();
    expect(said).toBe('starting');
    await running(host, 2);
  });

  it('of two at once opens one after the other', async () => {
    const host = await create();
    await Promise.all([host.open(vault.root), host.openSample()]);
    await running(host, 2);
    expect(host.state.vault?.name).toBe('sample');
    expect(processes.filter(({ ended }) => !ended)).toHaveLength(1);
  });

  it('is remembered, newest first, but for the sample; and forgotten on request', async () => {
    const other = path.join(vault.base, 'otra');
    mkdirSync(other);
    const host = await create();
    for (const each of [vault.root, other, vault.root]) await host.open(each);
    await host.openSample();
    expect(host.state.recent.map(({ name }) => name)).toEqual(['vault', 'otra']);
    rmSync(other, { recursive: true });
    const next = await create();
    expect(next.state.recent.map(({ name, missing }) => ({ name, missing }))).toEqual([
      { name: 'vault', missing: false },
      { name: 'otra', missing: true },
    ]);
    await next.forget(other);
    expect(next.state.recent).toHaveLength(1);
    await next.change({ keepRecent: false });
    expect(next.state.recent).toEqual([]);
    await next.open(vault.root);
    expect(next.state.recent).toEqual([]);
  });

  it('does nothing once the host has ended', async () => {
    const host = await create();
    await host.end();
    await host.open(vault.root);
    expect(processes).toEqual([]);
  });
});

describe('settings', () => {
  it('that the engine needs start it anew, others do not', async () => {
    const host = await create();
    await host.open(vault.root);
    await running(host, 1);
    await host.change({ theme: 'dark', zoom: 1.2 });
    expect(processes).toHaveLength(1);
    await host.change({ model: 'all-MiniLM-L6-v2', threads: 3 });
    await running(host, 2);
    expect(told()).toMatchObject({ model: 'all-MiniLM-L6-v2', threads: 3 });
    await host.change({ vaults: { [vault.root]: { exclude: ['Borradores/'] } } });
    await running(host, 3);
    expect(told().exclude).toEqual(['Borradores/']);
    await host.change({ vaults: { ...host.settings.now.vaults, '/other': { exclude: ['x'] } } });
    expect(processes).toHaveLength(3);
    await host.resetSettings();
    await running(host, 4);
    expect(told()).not.toHaveProperty('model');
    expect(told()).not.toHaveProperty('exclude');
  });

  it('said on the command line come first, until they are changed', async () => {
    const host = await create({ engine: { dataDir: '/data', model: 'said', threads: 2 } });
    await host.open(vault.root);
    expect(told()).toMatchObject({ dataDir: '/data', model: 'said', threads: 2 });
    await host.change({ language: 'es' });
    expect(processes).toHaveLength(1);
    await host.change({ model: null });
    await running(host, 2);
    expect(told()).toMatchObject({ dataDir: '/data', threads: 2 });
    expect(told()).not.toHaveProperty('model');
    expect(JSON.parse(readFileSync(path.join(configDir(), 'settings.json'), 'utf8'))).toMatchObject({
      model: null,
      threads: null,
      language: 'es',
    });
  });

  it('that make no sense are set aside, and the state says so', async () => {
    mkdirSync(configDir());
    writeFileSync(path.join(configDir(), 'settings.json'), '{"zoom": "large"}');
    const host = await create();
    expect(host.settings.now.zoom).toBe(1);
    expect(host.state.notices).toEqual([
      expect.objectContaining({
        code: 'SETTINGS_BROKEN',
        params: expect.objectContaining({ reason: expect.stringContaining('zoom') }),
      }),
    ]);
  });

  it('of other versions are read as far as they are known', async () => {
    mkdirSync(configDir());
    writeFileSync(path.join(configDir(), 'settings.json'), '{"theme": "dark", "later": true}');
    const host = await create();
    expect(host.settings.now).toMatchObject({ theme: 'dark', language: 'system', threads: null });
    expect(host.state.notices).toEqual([]);
  });
});

describe('an engine that cannot open its vault', () => {
  it('is said to have failed, with the code, until it is asked for again', async () => {
    const host = await create();
    await host.open(vault.root);
    await running(host, 1);
    processes[0]!.emit('message', { failed: { code: 'MODEL_MISSING', params: { model: 'm', path: 'p' } } });
    expect(host.state.engine).toEqual({
      is: 'failed',
      code: 'MODEL_MISSING',
      params: { model: 'm', path: 'p' },
    });
    await host.restart();
    await running(host, 2);
  });
});

describe('the contract', () => {
  it('changes what is named only, and refuses what makes no sense', async () => {
    const host = await create();
    const client = createRouterClient(createHostRouter(host));
    await client.change({ theme: 'dark' });
    expect(await client.change({ zoom: 1.5 })).toMatchObject({
      theme: 'dark',
      zoom: 1.5,
      language: 'system',
    });
    await expect(client.change({ zoom: 99 })).rejects.toMatchObject({
      data: { code: 'INPUT_INVALID' },
    });
    expect(host.settings.now.zoom).toBe(1.5);
  });

  it('asks the program around it, with what was checked', async () => {
    const shown: string[] = [];
    const host = await create({
      chooseFolder: async () => vault.root,
      reveal: async (at) => void shown.push(at),
      openExternal: async (url) => void shown.push(url),
    });
    const client = createRouterClient(createHostRouter(host));
    expect(await client.about()).toMatchObject({ dialogs: true, reveals: true });
    expect(await client.choose()).toEqual({ path: vault.root });
    await expect(client.reveal({})).rejects.toMatchObject({ data: { code: 'VAULT_NOT_OPEN' } });
    await host.open(vault.root);
    await client.reveal({ path: 'Mareas.md' });
    await client.openExternal({ url: 'https://example.org' });
    await expect(client.openExternal({ url: 'file:///etc/passwd' })).rejects.toMatchObject({
      data: { code: 'LINK_REFUSED' },
    });
    await expect(client.reveal({ path: '../data' })).rejects.toMatchObject({
      data: { code: 'ATTACHMENT_REFUSED' },
    });
    expect(shown).toEqual([path.join(vault.root, 'Mareas.md'), 'https://example.org/']);
  });

  it('writes a text where the person said, and nowhere when they said nothing', async () => {
    const asked: string[] = [];
    const answers: (string | null)[] = [path.join(vault.base, 'list.md'), null, vault.base];
    const host = await create({
      chooseTarget: async (name) => {
        asked.push(name);
        return answers[asked.length - 1]!;
      },
    });
    const client = createRouterClient(createHostRouter(host));
    const list = { name: 'notes.md', text: '- [[Mareas]]\n' };
    expect(await client.save(list)).toEqual({ path: answers[0] });
    expect(readFileSync(answers[0]!, 'utf8')).toBe(list.text);
    expect(await client.save(list)).toEqual({ path: null });
    await expect(client.save(list)).rejects.toMatchObject({ data: { code: 'SAVE_FAILED' } });
    await expect(client.save({ ...list, name: '../notes.md' })).rejects.toMatchObject({
      data: { code: 'INPUT_INVALID' },
    });
    expect(asked).toEqual(['notes.md', 'notes.md', 'notes.md']);
  });

  it('says so where nothing can be opened or shown', async () => {
    const host = await create();
    const client = createRouterClient(createHostRouter(host));
    await host.open(vault.root);
    expect(await client.about()).toMatchObject({ dialogs: false, reveals: false });
    const failed = { data: { code: 'OPEN_FAILED' } };
    await expect(client.choose()).rejects.toMatchObject(failed);
    await expect(client.reveal({})).rejects.toMatchObject(failed);
    await expect(client.openExternal({ url: 'https://example.org' })).rejects.toMatchObject(failed);
  });

  it('brings a menu’s commands to the window, also those that came before it', async () => {
    const host = await create();
    host.commands.publish({ do: 'read', note: 'Mareas' });
    const commands = await createRouterClient(createHostRouter(host)).commands();
    expect((await commands.next()).value).toEqual({ do: 'read', note: 'Mareas' });
  });
});
