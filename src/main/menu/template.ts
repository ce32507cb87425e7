import type { MenuItemConstructorOptions } from 'electron';
import type { Labels } from './labels.ts';

export interface MenuWorld {
  readonly labels: Labels;
  readonly mac: boolean;
  /** The program as it is developed: reloading and the developer tools are offered. */
  readonly development: boolean;
  readonly vaultOpen: boolean;
  readonly recent: readonly { readonly path: string; readonly name: string; readonly missing: boolean }[];
}

export interface MenuActions {
  /** Runs a command of the page, by its id. */
  command(id: string): void;
  openRecent(path: string): void;
  openSample(): void;
  closeVault(): void;
}

type Item = MenuItemConstructorOptions;
const LINE: Item = { type: 'separator' };

/** The menus: what the system does by its roles, what the page does by its commands. */
export function menuTemplate(world: MenuWorld, actions: MenuActions): Item[] {
  const { labels: l, mac } = world;
  return [
    ...(mac ? [{ label: 'Portolan', submenu: appMenu(world, actions) }] : []),
    { label: named(l.file, world), submenu: fileMenu(world, actions) },
    { label: named(l.edit, world), submenu: editMenu(world, actions) },
    { label: named(l.go, world), submenu: goMenu(world, actions) },
    { label: named(l.view, world), submenu: viewMenu(world, actions) },
    { label: named(l.window, world), role: 'windowMenu', submenu: windowMenu(world) },
    ...(mac ? [] : [{ label: named(l.help, world), role: 'help' as const, submenu: helpMenu(world) }]),
  ];
}

/** A Mac has no letters that are underlined in its menus. */
const named = (label: string, { mac }: MenuWorld) => (mac ? label.replace('&', '') : label);

const commandsOf =
  ({ command }: MenuActions) =>
  (label: string, id: string, accelerator?: string, enabled = true): Item => ({
    label,
    id,
    enabled,
    ...(accelerator && { accelerator }),
    click: () => command(id),
  });

function appMenu({ labels: l }: MenuWorld, actions: MenuActions): Item[] {
  const command = commandsOf(actions);
  return [
    { role: 'about', label: l.about },
    LINE,
    command(l.settings, 'settings.open', 'Command+,'),
    LINE,
    { role: 'services', label: l.services },
    LINE,
    { role: 'hide', label: l.hide },
    { role: 'hideOthers', label: l.hideOthers },
    { role: 'unhide', label: l.unhide },
    LINE,
    { role: 'quit', label: l.quit },
  ];
}

function fileMenu(world: MenuWorld, actions: MenuActions): Item[] {
  const { labels: l, mac, recent, vaultOpen } = world;
  const command = commandsOf(actions);
  const vaults: Item[] = recent.map(({ path, name, missing }) => ({
    // Two ampersands are one that is shown.
    label: name.replaceAll('&', '&&'),
    toolTip: path,
    enabled: !missing,
    click: () => actions.openRecent(path),
  }));
  return [
    command(l.openVault, 'vault.open', 'CmdOrCtrl+Shift+O'),
    { label: l.recent, submenu: vaults.length > 0 ? vaults : [{ label: l.noRecent, enabled: false }] },
    { label: l.sample, click: actions.openSample },
    LINE,
    command(l.closeTab, 'tab.close', 'CmdOrCtrl+W', vaultOpen),
    { label: l.closeVault, enabled: vaultOpen, click: actions.closeVault },
    { role: 'close', label: l.closeWindow, accelerator: 'CmdOrCtrl+Shift+W' },
    ...(mac
      ? []
      : [
          LINE,
          command(l.settings, 'settings.open', 'Ctrl+,'),
          LINE,
          { role: 'quit' as const, label: l.exit, accelerator: 'Ctrl+Q' },
        ]),
  ];
}

function editMenu({ labels: l, vaultOpen }: MenuWorld, actions: MenuActions): Item[] {
  return [
    { role: 'undo', label: l.undo },
    { role: 'redo', label: l.redo },
    LINE,
    { role: 'cut', label: l.cut },
    { role: 'copy', label: l.copy },
    { role: 'paste', label: l.paste },
    { role: 'selectAll', label: l.selectAll },
    LINE,
    commandsOf(actions)(l.searchFocus, 'search.focus', 'CmdOrCtrl+Shift+F', vaultOpen),
  ];
}

function goMenu({ labels: l, vaultOpen }: MenuWorld, actions: MenuActions): Item[] {
  const command = commandsOf(actions);
  return [
    command(l.palette, 'palette.open', 'CmdOrCtrl+K'),
    command(l.switcher, 'switcher.open', 'CmdOrCtrl+O', vaultOpen),
    LINE,
    command(l.back, 'nav.back', 'Alt+Left', vaultOpen),
    command(l.forward, 'nav.forward', 'Alt+Right', vaultOpen),
  ];
}

function viewMenu({ labels: l, development, vaultOpen }: MenuWorld, actions: MenuActions): Item[] {
  const command = commandsOf(actions);
  return [
    command(l.left, 'layout.left', undefined, vaultOpen),
    command(l.right, 'layout.right', undefined, vaultOpen),
    command(l.problems, 'problems.open', undefined, vaultOpen),
    LINE,
    command(l.theme, 'theme.toggle'),
    command(l.zoomIn, 'zoom.in', 'CmdOrCtrl+Plus'),
    command(l.zoomOut, 'zoom.out', 'CmdOrCtrl+-'),
    command(l.zoomReset, 'zoom.reset', 'CmdOrCtrl+0'),
    LINE,
    { role: 'togglefullscreen', label: l.fullScreen },
    ...(development
      ? [
          LINE,
          { role: 'reload' as const, label: l.reload, accelerator: 'CmdOrCtrl+R' },
          { role: 'toggleDevTools' as const, label: l.devTools },
        ]
      : []),
  ];
}

function windowMenu({ labels: l, mac }: MenuWorld): Item[] {
  if (!mac) return [{ role: 'minimize', label: l.minimise }];
  return [
    { role: 'minimize', label: l.minimise },
    { role: 'zoom', label: l.zoom },
    LINE,
    { role: 'front', label: l.front },
  ];
}

const helpMenu = ({ labels: l }: MenuWorld): Item[] => [{ role: 'about', label: l.about }];
