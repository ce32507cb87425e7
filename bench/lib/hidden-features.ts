import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const HIDEABLE = ['vnni', 'avx512'] as const;

/**
 * Runs this very script again as if the CPU lacked features, at full speed, and ends with its exit code; returns where
 * that has been done already. Needs Linux on x86-64, a C compiler, and a kernel that lets CPUID fault.
 */
export function withoutFeatures(what: string): void {
  if (process.env.HIDE_FEATURES === what) return;
  const folder = mkdtempSync(join(tmpdir(), 'portolan-hide-'));
  try {
    const library = join(folder, 'hide-features.so');
    const source = join(import.meta.dirname, 'hide-features.c');
    execFileSync('cc', ['-O2', '-shared', '-fPIC', source, '-o', library, '-ldl'], { stdio: 'inherit' });
    const { status } = spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
      stdio: 'inherit',
      env: { ...process.env, HIDE_FEATURES: what, LD_PRELOAD: library },
    });
    if (status === 71) console.error('This kernel or CPU does not let CPUID be hidden.');
    process.exitCode = status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit();
}
