import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { labelsFor } from './labels.ts';
import { type MenuActions, type MenuWorld, menuTemplate } from './template.ts';

type Item = MenuItemConstructorOptions;
const en = labelsFor('en', []);
const es = labelsFor('es', []);
const world: MenuWorld = { labels: en, mac: false, development: false, vaultOpen: true, recent: [] };

function menus(changes: Partial<MenuWorld> = {}) {
  const done: string[] = [];
  const actions: MenuActions = {
    command: (id) => done.push(id),
    openRecent: (path) => done.push(path),
    openSample: () => done.push('sample'),
    closeVault: () => done.push('close'),
  };
  return { items: flat(menuTemplate({ ...world, ...changes }, actions)), done };
}
const flat = (items: Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
const click = (item: Item | undefined) => (item!.click as () => void)();

describe('labelsFor', () => {
  it('follows the choice, else the machine, else English', () => {
    expect(labelsFor('es', ['en-GB'])).toBe(es);
    expect(labelsFor('system', ['fr-FR', 'es-AR', 'en-US'])).toBe(es);
    expect(labelsFor('system', ['fr-FR'])).toBe(en);
  });

  it('has every word in both languages', () => {
    const same = Object.keys(en).filter((key) => en[key as keyof typeof en] === es[key as keyof typeof es]);
    expect(same).toEqual(['zoom']);
    expect(es.askLinkDetail).toContain('{vault}');
  });
});

describe('menuTemplate', () => {
  it.each([true, false])('gives every command its keys, each keys once (Mac: %s)', (mac) => {
    const { items } = menus({ mac });
    const keys = items.flatMap((item) => (item.accelerator ? [String(item.accelerator)] : []));
    expect(new Set(keys).size).toBe(keys.length);
    const ids = new Map(items.map((item) => [item.id, item.accelerator]));
    expect(ids.get('palette.open')).toBe('CmdOrCtrl+K');
    expect(ids.get('switcher.open')).toBe('CmdOrCtrl+O');
    expect(ids.get('search.focus')).toBe('CmdOrCtrl+Shift+F');
    expect(ids.get('nav.back')).toBe('Alt+Left');
    expect(ids.get('tab.close')).toBe('CmdOrCtrl+W');
    expect(ids.get('settings.open')).toBe(mac ? 'Command+,' : 'Ctrl+,');
  });

  it('sends the page its commands', () => {
    const { items, done } = menus();
    for (const id of ['nav.forward', 'theme.toggle', 'zoom.in']) click(items.find((item) => item.id === id));
    expect(done).toEqual(['nav.forward', 'theme.toggle', 'zoom.in']);
  });

  it('lists the vaults opened last, and those that are gone without a way to open them', () => {
    const recent = [
      { path: '/v/Mar & Tierra', name: 'Mar & Tierra', missing: false },
      { path: '/v/Gone', name: 'Gone', missing: true },
    ];
    const { items, done } = menus({ recent });
    const first = items.find((item) => item.toolTip === '/v/Mar & Tierra');
    expect(first?.label).toBe('Mar && Tierra');
    click(first);
    expect(done).toEqual(['/v/Mar & Tierra']);
    expect(items.find((item) => item.label === 'Gone')?.enabled).toBe(false);
    expect(menus().items.some((item) => item.label === en.noRecent)).toBe(true);
  });

  it('offers nothing that needs a vault where none is open', () => {
    const { items } = menus({ vaultOpen: false });
    for (const id of ['switcher.open', 'tab.close', 'search.focus'])
      expect(items.find((item) => item.id === id)?.enabled, id).toBe(false);
    expect(items.find((item) => item.id === 'palette.open')?.enabled).toBe(true);
  });

  it('keeps reloading and the developer tools to development', () => {
    const roles = (development: boolean) => menus({ development }).items.map((item) => item.role);
    expect(roles(true)).toContain('toggleDevTools');
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(false)).not.toContain('reload');
  });

  it('uses roles for what the system does', () => {
    const roles = (mac: boolean) => menus({ mac }).items.map((item) => item.role);
    for (const role of ['undo', 'copy', 'selectAll', 'quit', 'about', 'togglefullscreen', 'minimize'])
      for (const mac of [true, false]) expect(roles(mac)).toContain(role);
    expect(roles(true)).toContain('services');
    expect(roles(false)).not.toContain('services');
  });
});
