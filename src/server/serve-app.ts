import path from 'node:path';
import type { EngineOptions } from '../contract/engine-options.ts';
import { defaultModelsDir } from '../engine/models/catalogue.ts';
import { type BrowserHost, startBrowserHost } from './browser-host.ts';
import { ensurePage } from './build-page.ts';
import { desktopPorts, hasDisplay, openAddress } from './desktop.ts';
import { packageRoot } from './package-root.ts';
import { spawnEngine } from './spawn-engine.ts';

export interface ServeAppOptions {
  readonly version: string;
  /** Opened at once. */
  readonly vault?: string | undefined;
  /** 0: any that is free. */
  readonly port: number;
  readonly engine: Pick<EngineOptions, 'dataDir' | 'model' | 'threads'>;
  readonly onBuild: () => void;
}

export interface ServedApp extends BrowserHost {
  /** Whether there is a display for a browser. */
  readonly canOpen: boolean;
  readonly openBrowser: () => Promise<void>;
}

/**
 * The app on this machine, ready for a browser.
 * @throws PAGE_MISSING, PORT_IN_USE, VAULT_*
 */
export async function serveApp({
  version,
  vault,
  port,
  engine,
  onBuild,
}: ServeAppOptions): Promise<ServedApp> {
  const root = packageRoot();
  const served = await startBrowserHost({
    page: ensurePage(root, onBuild),
    vault,
    port,
    host: {
      spawn: spawnEngine,
      ...desktopPorts(),
      about: { shell: 'browser', version },
      sample: path.join(root, 'resources', 'sample-vault'),
      modelsDir: defaultModelsDir(),
      engine,
    },
  });
  return { ...served, canOpen: hasDisplay(), openBrowser: () => openAddress(served.addressOnce()) };
}
