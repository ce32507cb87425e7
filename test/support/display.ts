import { spawn } from 'node:child_process';

/**
 * A display for one program's windows: the one that is there, else a screen in memory of its own, which Xvfb takes away
 * with the program. Rejects where there is neither.
 */
export async function displayForTests(env = process.env): Promise<string> {
  if (process.platform !== 'linux' || env.DISPLAY) return env.DISPLAY ?? '';
  const options = ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-terminate'];
  const server = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]!.once('data', (data) => resolve(String(data).trim()));
  });
  // This process need not wait for it.
  server.unref();
  (server.stdio[3] as unknown as { unref(): void }).unref();
  return `:${number}`;
}
