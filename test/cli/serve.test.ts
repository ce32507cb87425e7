import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld } from './support.ts';

let world: ReturnType<typeof createWorld>;
beforeAll(() => {
  world = createWorld({ 'Mareas.md': '# Mareas\n\nEl mar sube y baja.\n' });
});
afterAll(() => world.remove());

/** `portolan serve`, with folders of its own and no display; resolves when it has printed its address. */
async function serve(args: string[]) {
  const begun = world.begin(['serve', ...args], {
    PORTOLAN_CONFIG_DIR: join(world.vault, '../config'),
    DISPLAY: '',
    WAYLAND_DISPLAY: '',
  });
  const address = new Promise<string>((resolve) => {
    let out = '';
    begun.child.stdout.on('data', (chunk) => {
      out += chunk;
      if (out.includes('\n')) resolve(out.trim());
    });
  });
  const failed = begun.ended.then(({ err }) => {
    throw new Error(err);
  });
  return { ...begun, address: await Promise.race([address, failed]) };
}

// The page is built first where its sources are newer.
describe.skipIf(process.platform === 'win32')('portolan serve', { timeout: 240_000 }, () => {
  it('prints one address, on this machine only, that leads to the page; Ctrl-C ends it within two seconds', async () => {
    const { child, ended, address } = await serve([world.vault]);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32}$/);
    const exchanged = await fetch(address, { redirect: 'manual' });
    const cookie = exchanged.headers.get('set-cookie')!.split(';')[0]!;
    const page = await fetch(new URL(exchanged.headers.get('location')!, address), { headers: { cookie } });
    expect(await page.text()).toContain('<title>Portolan</title>');

    const begun = performance.now();
    child.kill('SIGINT');
    const { code, out, err } = await ended;
    expect(performance.now() - begun).toBeLessThan(3_500);
    expect(code).toBe(130);
    expect(out).toBe(`${address}\n`);
    expect(err).toContain('Stopping…');
    await expect(fetch(address)).rejects.toThrow();
  });

  it('listens where it is told to, and says so when it cannot', async () => {
    const busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    const { port } = busy.address() as AddressInfo;
    const refused = await world.run(['serve', world.vault, '--no-open', '--port', String(port)]);
    expect(refused).toMatchObject({ code: 5, out: '' });
    expect(refused.err).toMatch(/PORT_IN_USE\n.*--port/);
    await new Promise<void>((resolve) => busy.close(() => resolve()));
    const { child, ended, address } = await serve([world.vault, '--no-open', '--port', String(port)]);
    expect(new URL(address).port).toBe(String(port));
    child.kill('SIGTERM');
    expect((await ended).code).toBe(143);
  });

  it('refuses a vault that is not there', async () => {
    const { code, out, err } = await world.run(['serve', `${world.vault}-not`, '--no-open']);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain('VAULT_NOT_FOUND');
  });
});
