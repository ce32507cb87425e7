import { spawn } from 'node:child_process';
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

/** In the system's file manager, the file itself picked out where that can be asked for; else its folder. */
async function reveal(at: string): Promise<void> {
  if (process.platform === 'darwin') return start('open', ['-R', at]);
  if (process.platform === 'win32') return start('explorer.exe', [`/select,${at}`]);
  const { default: open } = await import('open');
  const child = await open(path.dirname(at));
  child.once('error', () => {});
}

const start = (program: string, args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
