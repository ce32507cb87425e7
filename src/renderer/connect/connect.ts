import { connectBrowser } from './browser.ts';
import type { Connection } from './connection.ts';
import { connectElectron } from './electron.ts';

/** The way to the other side from wherever this page is shown. */
export const connect = (): Connection =>
  location.protocol === 'portolan-app:' ? connectElectron() : connectBrowser();
