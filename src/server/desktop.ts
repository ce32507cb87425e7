import path from 'node:path';
import type { HostPorts } from '../host/ports.ts';

/** Whether programs with windows can be opened from here. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env, platform = process.platform): boolean {
  if (env.SSH_CONNECTION && !env.DISPLAY && !env.WAYLAND_DISPLAY) return false;
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME);
}

/** Opens an address in the person's browser, or with whatever program it belongs to. */
export async function openAddress(url: string): Promise<void> {
  const { default: open } = await import('open');
  const child = await open(url);
  // Without a listener, a program that is not there would end this one.
  child.once('error', () => {});
}

/** What a browser's host can do on the machine that it runs on. */
export function desktopPorts(): Pick<HostPorts, 'reveal' | 'openExternal'> {
  if (!hasDisplay()) return {};
  return { openExternal: openAddress, reveal };
}

async function reveal(at: string): Promise<void> {
  const { default: open } = await import('open');
  const child = await (process.platform === 'darwin'
    ? open(at, { app: { name: 'Finder', arguments: ['-R'] } })
    : open(path.dirname(at)));
  child.once('error', () => {});
}
