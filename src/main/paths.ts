import path from 'node:path';
import { app } from 'electron';

/** The app's folder: the repository, or the archive of the packaged app. */
const root = () => path.join(import.meta.dirname, '../..');

/** Where things lie that are beside the program: unpacked in the packaged app, for programs other than Electron. */
export function paths() {
  const resources = app.isPackaged ? process.resourcesPath : path.join(root(), 'resources');
  // Workers and an external Node read files that are no part of an archive.
  const unpacked = app.isPackaged ? `${app.getAppPath()}.unpacked` : root();
  return {
    preload: path.join(root(), 'out/preload/index.cjs'),
    page: path.join(root(), 'out/renderer'),
    engine: path.join(unpacked, 'out/server/engine-process.js'),
    models: path.join(resources, 'models'),
    sample: path.join(resources, 'sample-vault'),
    icon: path.join(root(), 'out/icons/256x256.png'),
  };
}
