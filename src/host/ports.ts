import type { EngineOptions } from '../contract/engine-options.ts';
import type { About } from '../contract/host.ts';
import type { EngineProcess } from './engine-supervisor.ts';

/** What the host needs of the program that it is part of: the desktop app, or the server of a browser's tab. */
export interface HostPorts {
  /** Starts a process that runs an engine; it is told what to open afterwards. */
  readonly spawn: () => EngineProcess;
  /** Asks for a folder with the system's dialog; absent where there is none. */
  readonly chooseFolder?: () => Promise<string | null>;
  /** Asks with the system's dialog where a file is to be written; absent where there is none. */
  readonly chooseTarget?: (name: string) => Promise<string | null>;
  /** Shows a file or folder, by its absolute path, in the system's file manager; absent where there is none. */
  readonly reveal?: (path: string) => Promise<void>;
  /** Opens an address, checked already, outside; absent where there is nothing to open it with. */
  readonly openExternal?: (url: string) => Promise<void>;
}

export interface HostOptions extends HostPorts {
  readonly about: Pick<About, 'shell' | 'version'> & Partial<Pick<About, 'locales'>>;
  /** Folder of settings and memory; the platform's own by default. */
  readonly configDir?: string;
  /** Folder of the sample vault. */
  readonly sample: string;
  /** Where models are looked for. */
  readonly modelsDir: string;
  /** Said on the command line, for this run: stronger than the settings until those are changed. */
  readonly engine?: Pick<EngineOptions, 'dataDir' | 'model' | 'threads'>;
}
