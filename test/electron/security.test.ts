import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { HostClient } from '../../src/contract/host.ts';
import { findTestElectron, type Launched, launchElectron } from '../support/electron.ts';
import { TempVault } from '../support/temp-vault.ts';
import { clientsIn } from './page-clients.ts';

/**
 * Electron's own checklist of security, in its order, asked of the running app: one test per line that applies. Lines on
 * webviews' options and on remote content's permissions are one with those that forbid both altogether.
 */

const ROOT = path.resolve(import.meta.dirname, '../..');
const electron = await findTestElectron();
const skipped = 'reason' in electron ? electron.reason : undefined;

describe.skipIf(skipped)(`Electron’s security checklist${skipped ? ` (skipped: ${skipped})` : ''}`, () => {
  let vault: TempVault;
  let running: Launched;
  let host: HostClient;

  beforeAll(async () => {
    vault = new TempVault({ 'Mar.md': '# Mar\n\nEl mar sube y baja.\n' });
    const configDir = path.join(vault.dataDir, 'config');
    running = await launchElectron({ vault: vault.root, dataDir: vault.dataDir, configDir });
    ({ host } = await clientsIn(running.page));
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    vault?.[Symbol.dispose]();
  });

  const inMain = <T>(work: Parameters<typeof running.app.evaluate<T, undefined>>[0]) =>
    running.app.evaluate(work, undefined);
  const inPage = <T>(script: string) => running.page.evaluate<T>(script);
  const preferences = () =>
    inMain(({ BrowserWindow }) =>
      (
        BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
          getLastWebPreferences(): Record<string, unknown>;
        }
      ).getLastWebPreferences(),
    );
  /** The policy's directive that forbids what a script does. */
  const violation = (script: string) =>
    inPage<string>(`new Promise((resolve) => {
      addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true });
      ${script}
    })`);

  it('1. loads only its own, secure content', async () => {
    expect(running.page.url()).toBe('portolan-app://app/index.html');
    expect(await inPage('isSecureContext')).toBe(true);
    const loaded = await inPage<string[]>(
      `[...document.querySelectorAll('script, link, img, iframe')].map(({ src, href }) => src || href)`,
    );
    expect(loaded.length).toBeGreaterThan(0);
    for (const address of loaded) expect(address).toMatch(/^(portolan-app:\/\/app\/|blob:portolan-app:)/);
  });

  it('2. gives the page no Node', async () => {
    expect(await preferences()).toMatchObject({ nodeIntegration: false, nodeIntegrationInSubFrames: false });
    expect(await inPage('[typeof require, typeof process, typeof Buffer, typeof module]')).toEqual(
      Array(4).fill('undefined'),
    );
  });

  it('3. isolates the preload script’s world', async () => {
    expect(await preferences()).toMatchObject({ contextIsolation: true });
  });

  it('4. sandboxes the page’s process', async () => {
    expect(await preferences()).toMatchObject({ sandbox: true });
  });

  it('5. denies every permission, asked for or looked up', async () => {
    expect(await inPage('Notification.requestPermission()')).toBe('denied');
    for (const name of ['geolocation', 'midi', 'clipboard-read', 'camera', 'microphone'])
      expect(
        await inPage(`navigator.permissions.query({ name: '${name}' }).then(({ state }) => state)`),
      ).toBe('denied');
  });

  it('6. keeps web security on', async () => {
    expect(await preferences()).toMatchObject({ webSecurity: true });
  });

  it('7. has a policy that lets nothing run but its own scripts', async () => {
    const policy = await inPage<string>(
      `fetch('/index.html').then((answer) => answer.headers.get('content-security-policy'))`,
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    const inline = `const s = document.createElement('script'); s.textContent = 'globalThis.ran = 1'; document.head.append(s);`;
    expect(await violation(inline)).toBe('script-src-elem');
    expect(await inPage('typeof ran')).toBe('undefined');
    // Not at once: what a test evaluates may evaluate, too.
    const evaluated = `new Promise((resolve) => setTimeout(() => {
      try { resolve(eval('1')) } catch ({ name }) { resolve(name) }
    }))`;
    expect(await inPage(evaluated)).toBe('EvalError');
    expect(await violation(`fetch('https://example.invalid/').catch(() => {})`)).toBe('connect-src');
    expect(
      await violation(`document.body.style; const d = document.createElement('style');
      d.textContent = 'body { background: url(https://example.invalid/) }'; document.head.append(d);`),
    ).toBe('style-src-elem');
    expect(
      await violation(`document.head.append(Object.assign(document.createElement('base'), { href: '/x/' }))`),
    ).toBe('base-uri');
  });

  it('8.–10. loosens nothing of Chromium', async () => {
    expect(await preferences()).toMatchObject({
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
    expect((await preferences()).enableBlinkFeatures || '').toBe('');
  });

  it('11., 12. has no webviews', async () => {
    expect(await preferences()).toMatchObject({ webviewTag: false });
    expect(await inPage(`typeof document.createElement('webview').loadURL`)).toBe('undefined');
  });

  it.each(['https://example.invalid/', 'file:///etc/passwd', 'portolan-app://other/'])(
    '13. does not navigate to %s',
    async (address) => {
      const denied = await running.app.evaluate(
        ({ BrowserWindow }, to) =>
          new Promise<boolean>((resolve) => {
            const { webContents } = BrowserWindow.getAllWindows()[0]!;
            // Chromium itself refuses some before anybody is asked, and says so.
            webContents.once('console-message', () => resolve(true));
            webContents.once('will-frame-navigate', (event) => resolve(event.defaultPrevented));
            void webContents.executeJavaScript(`location.href = '${to}'; 0`);
          }),
        address,
      );
      expect(denied).toBe(true);
      expect(running.page.url()).toBe('portolan-app://app/index.html');
    },
  );

  it('14. opens no further windows', async () => {
    expect(await inPage(`window.open('https://example.invalid/') === null`)).toBe(true);
    expect(await inPage(`window.open('/index.html') === null`)).toBe(true);
    expect(await inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('15. hands only pages, mail and Obsidian’s links to other programs', async () => {
    await inMain(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = async (url) => void opened.push(url);
    });
    for (const url of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://host/x',
      'ms-msdt:/id',
      'not an address',
    ])
      await expect(host.openExternal({ url }), url).rejects.toMatchObject({ code: 'LINK_REFUSED' });
    await host.openExternal({ url: 'https://example.invalid/a' });
    await host.openExternal({ url: 'obsidian://open?vault=V' });
    expect(await inMain(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([
      'https://example.invalid/a',
      'obsidian://open?vault=V',
    ]);
  });

  it('16. is built on a current Electron', () => {
    const { version } = JSON.parse(
      readFileSync(path.join(ROOT, 'node_modules/electron/package.json'), 'utf8'),
    );
    expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45);
  });

  it('17. gives ports to its own page alone', async () => {
    const given = await running.app.evaluate(
      async ({ BrowserWindow, ipcMain }, preload) => {
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload } });
        let sent = 0;
        stranger.webContents.postMessage = () => void sent++;
        const asked = new Promise<void>((resolve) => ipcMain.once('portolan:ready', () => resolve()));
        await stranger.loadURL('data:text/html,<p>a stranger');
        await stranger.webContents.executeJavaScript(`postMessage({ portolan: 'ready' }, '*')`);
        await asked;
        stranger.destroy();
        return sent;
      },
      path.join(ROOT, 'out/preload/index.cjs'),
    );
    expect(given).toBe(0);
  });

  it('18. uses a scheme of its own that names nothing but the page, and no file://', async () => {
    const status = (address: string) =>
      inPage<number | string>(`fetch('${address}').then(({ status }) => status, ({ name }) => name)`);
    expect(await status('/index.html')).toBe(200);
    for (const address of [
      '/../../package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '//etc/passwd',
    ])
      expect(await status(`portolan-app://app${address}`), address).toBe(404);
    const image = `new Promise((resolve) => {
      const image = new Image();
      image.onload = image.onerror = ({ type }) => resolve(type);
      image.src = 'file://${path.join(ROOT, 'docs')}/x.png';
    })`;
    expect(await inPage(image)).toBe('error');
  });

  it('19. sets the fuses of the packaged app', () => {
    const { electronFuses } = parse(readFileSync(path.join(ROOT, 'electron-builder.yml'), 'utf8'));
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('20. exposes nothing of Electron to the page', async () => {
    const globals = await inPage<string[]>('Object.getOwnPropertyNames(globalThis)');
    expect(globals.filter((name) => /electron|ipcRenderer|^remote$|portolan/i.test(name))).toEqual([]);
    const packages = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(Object.keys({ ...packages.dependencies, ...packages.devDependencies })).not.toContain(
      '@electron/remote',
    );
  });
});
