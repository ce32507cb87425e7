import { cpus } from 'node:os';
import { PortolanError } from '../common/errors.ts';
import { Watched } from '../common/watched.ts';
import type { EngineOptions } from '../contract/engine-options.ts';
import type { About, HostCommand, HostState } from '../contract/host.ts';
import type { Settings, SettingsChange } from '../contract/settings.ts';
import type { ClosingPort } from '../rpc/message-port.ts';
import { configDir } from './config-dir.ts';
import { type EngineState, EngineSupervisor } from './engine-supervisor.ts';
import { openFolder } from './folders.ts';
import { Memory } from './memory.ts';
import { listModels } from './models.ts';
import type { HostOptions } from './ports.ts';
import { nameOf, RecentVaults } from './recent.ts';
import { SettingsStore } from './settings-store.ts';
import { Topic } from './topic.ts';

/** The program around the window: which vault is open, the engine that reads it, and what is kept between starts. */
export class Host {
  readonly options: HostOptions;
  readonly settings: SettingsStore;
  readonly memory: Memory;
  /** What menus and links tell the window to do. */
  readonly commands = new Topic<HostCommand>();
  readonly #recent: RecentVaults;
  readonly #state: Watched<HostState>;
  #supervisor: EngineSupervisor | null = null;
  /** What the engine was told to open. */
  #opened: EngineOptions | null = null;
  /** From the command line; see `HostOptions.engine`. */
  #said: NonNullable<HostOptions['engine']>;
  #runs = 0;
  /** One vault is opened or closed after the other. */
  #last: Promise<unknown> = Promise.resolve();
  #ended: Promise<void> | null = null;

  private constructor(
    options: HostOptions,
    settings: SettingsStore,
    state: Watched<HostState>,
    folder: string,
  ) {
    this.options = options;
    this.settings = settings;
    this.#state = state;
    this.#said = options.engine ?? {};
    const notice = (error: PortolanError) => addNotice(state, error);
    this.#recent = new RecentVaults(folder, notice);
    this.memory = new Memory(folder, notice);
  }

  static async create(options: HostOptions): Promise<Host> {
    const folder = options.configDir ?? configDir();
    const state = new Watched<HostState>({ vault: null, engine: { is: 'none' }, recent: [], notices: [] });
    const settings = await SettingsStore.open(folder, (error) => addNotice(state, error));
    const host = new Host(options, settings, state, folder);
    await host.#refreshRecent();
    return host;
  }

  get state(): HostState {
    return this.#state.value;
  }

  follow(signal?: AbortSignal): AsyncGenerator<HostState, void> {
    return this.#state.listen(signal);
  }

  async about(): Promise<About> {
    const { about, chooseFolder, reveal, modelsDir } = this.options;
    return {
      locales: [Intl.DateTimeFormat().resolvedOptions().locale],
      ...about,
      platform: process.platform,
      cores: cpus().length,
      dialogs: chooseFolder !== undefined,
      reveals: reveal !== undefined,
      models: await listModels(modelsDir),
    };
  }

  /** A session with the engine that runs now; null while none does. */
  connectEngine(): ClosingPort | null {
    return this.#supervisor?.connect() ?? null;
  }

  /** Opens a vault in place of the one that is open, which stays open where this one cannot be. @throws VAULT_* */
  async open(typed: string): Promise<void> {
    const { vault, sample } = await this.#queued(async () => {
      const vault = await openFolder(typed);
      const sample = vault === (await openFolder(this.options.sample).catch(() => null));
      await this.#stop();
      this.#set({ vault: { path: vault, name: nameOf(vault), sample } });
      this.#start(vault);
      return { vault, sample };
    });
    if (!sample && this.settings.now.keepRecent) await this.#recent.add(vault);
    await this.#refreshRecent();
  }

  openSample(): Promise<void> {
    return this.open(this.options.sample);
  }

  /** Closes the vault that is open. */
  closeVault(): Promise<void> {
    return this.#queued(async () => {
      await this.#stop();
      this.#set({ vault: null, engine: { is: 'none' } });
    });
  }

  /** Starts the engine anew, with what the settings say now. */
  restart(): Promise<void> {
    return this.#queued(async () => {
      const vault = this.state.vault?.path;
      if (vault === undefined) throw new PortolanError('VAULT_NOT_OPEN');
      await this.#stop();
      this.#start(vault);
    });
  }

  /** Changes settings; an engine that would run otherwise now is started anew. */
  async change(change: SettingsChange): Promise<Settings> {
    const { model, threads, ...said } = this.#said;
    this.#said = {
      ...said,
      ...(model !== undefined && change.model === undefined ? { model } : {}),
      ...(threads !== undefined && change.threads === undefined ? { threads } : {}),
    };
    return this.#settled(await this.settings.change(change));
  }

  /** Everything as at the first start; the vaults' exclusions too. */
  async resetSettings(): Promise<Settings> {
    const { dataDir } = this.#said;
    this.#said = dataDir === undefined ? {} : { dataDir };
    return this.#settled(await this.settings.reset());
  }

  async forget(vault: string): Promise<void> {
    await this.#recent.forget(vault);
    await this.#refreshRecent();
  }

  /** Ends the engine, within two seconds, and writes what is still to be written. Safe to call twice. */
  end(): Promise<void> {
    this.#ended ??= (async () => {
      await Promise.all([this.memory.flush(), this.#queued(() => this.#stop())]);
    })();
    return this.#ended;
  }

  async #settled(settings: Settings): Promise<Settings> {
    if (!settings.keepRecent) await this.#recent.clear();
    await this.#refreshRecent();
    const vault = this.state.vault?.path;
    if (vault !== undefined && !isSame(this.#opened, this.#engineOptions(vault))) await this.restart();
    return settings;
  }

  #engineOptions(vault: string): EngineOptions {
    const { model, threads, provider, vaults } = this.settings.now;
    const exclude = vaults[vault]?.exclude ?? [];
    return {
      vault,
      watch: true,
      program: this.options.about.shell === 'electron' ? 'window' : 'tab',
      modelsDir: this.options.modelsDir,
      ...(model === null ? {} : { model }),
      ...(threads === null ? {} : { threads }),
      provider,
      ...(exclude.length === 0 ? {} : { exclude }),
      ...this.#said,
    };
  }

  #start(vault: string): void {
    if (this.#ended) return;
    this.#opened = this.#engineOptions(vault);
    this.#supervisor = new EngineSupervisor({
      spawn: this.options.spawn,
      settings: this.#opened,
      onState: (state) => this.#heard(state),
    });
  }

  async #stop(): Promise<void> {
    const supervisor = this.#supervisor;
    if (!supervisor) return;
    this.#supervisor = null;
    // Said at once: pages wait for the next one instead of asking the one that ends.
    this.#set({ engine: { is: 'starting' } });
    await supervisor.close();
  }

  #heard(engine: EngineState): void {
    // The end of one engine is the beginning of another, or of none: who ends it says which.
    if (engine.is === 'closed') return;
    if (engine.is === 'running') this.#set({ engine: { is: 'running', run: ++this.#runs } });
    else if (engine.is === 'failed') {
      const { code, params } = engine.error;
      this.#set({ engine: { is: 'failed', code, params } });
    } else this.#set({ engine });
  }

  async #refreshRecent(): Promise<void> {
    this.#set({ recent: await this.#recent.list() });
  }

  #set(change: Partial<HostState>): void {
    this.#state.set({ ...this.#state.value, ...change });
  }

  #queued<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }
}

/** Each kind of notice once, the newest kept. */
function addNotice(state: Watched<HostState>, { code, params }: PortolanError): void {
  const others = state.value.notices.filter((notice) => notice.code !== code);
  state.set({ ...state.value, notices: [...others, { code, params }] });
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
