import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';

const MODULES = new URL('.', import.meta.url).href;

/** A process that watches for interruptions, says so, and ends by itself once it is told to stop unless it is stubborn. */
function interruptible(stubborn: boolean) {
  const source = `
    import { watchInterrupts } from '${MODULES}interrupts.ts';
    import { Screen } from '${MODULES}terminal/screen.ts';
    let time = 0;
    const interrupts = watchInterrupts(new Screen(process.stderr, process.env), false, () => time);
    const alive = setInterval(() => {}, 1000);
    interrupts.signal.addEventListener('abort', () => {
      time = ${stubborn ? 10_000 : 0};
      console.log('stopping', interrupts.exit(), interrupts.signal.reason.code);
      if (!${stubborn}) { clearInterval(alive); process.exitCode = interrupts.exit(); interrupts.dispose(); }
    });
    console.log('ready');
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source]);
  let output = '';
  const heard = (text: string) =>
    new Promise<void>((resolve) => {
      const look = (chunk?: Buffer) => {
        output += chunk ?? '';
        if (output.includes(text)) resolve();
      };
      child.stdout.on('data', look);
      look();
    });
  return { child, heard, ended: once(child, 'exit') };
}

describe.skipIf(process.platform === 'win32')('interruptions', () => {
  it('stop cleanly at the first signal', async () => {
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const) {
      const { child, heard, ended } = interruptible(false);
      await heard('ready');
      child.kill(signal);
      await heard(`stopping ${code} CANCELLED`);
      expect(await ended).toEqual([code, null]);
    }
  });

  it('end the process at the second', async () => {
    const { child, heard, ended } = interruptible(true);
    await heard('ready');
    child.kill('SIGINT');
    await heard('stopping');
    child.kill('SIGINT');
    expect(await ended).toEqual([null, 'SIGINT']);
  });
});
