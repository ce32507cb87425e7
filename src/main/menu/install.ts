import { app, Menu } from 'electron';
import type { Host } from '../../host/host.ts';
import { type Labels, labelsFor } from './labels.ts';
import { type MenuActions, menuTemplate } from './template.ts';

/** The menus' words now. */
export const labelsOf = (host: Host): Labels =>
  labelsFor(host.settings.now.language, app.getPreferredSystemLanguages());

/** Keeps the menus as state and settings have them. */
export function installMenu(host: Host, actions: MenuActions, development: boolean): void {
  let shown = '';
  const show = () => {
    const { vault, recent } = host.state;
    const world = {
      labels: labelsOf(host),
      mac: process.platform === 'darwin',
      development,
      vaultOpen: vault !== null,
      recent: recent.map(({ path, name, missing }) => ({ path, name, missing })),
    };
    // Indexing changes the state often, the menus hardly ever.
    const description = JSON.stringify(world);
    if (description === shown) return;
    shown = description;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(world, actions)));
  };
  void each(host.follow(), show);
  void each(host.settings.listen(), show);
}

async function each<T>(stream: AsyncIterable<T>, act: () => void): Promise<void> {
  for await (const _ of stream) act();
}
