import { renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { PortolanError, reasonOf, systemCode } from '../../../common/errors.ts';
import { fileSha256 } from './checksum.ts';
import type { FetchOptions } from './progress.ts';

export interface DownloadOptions extends FetchOptions {
  /** What the file must have, in hex; without it only its length is checked. */
  readonly sha256?: string;
  /** How often it is tried before giving up; an attempt that got something does not count. */
  readonly attempts?: number;
  /** Milliseconds before the second attempt; doubled every time. */
  readonly pause?: number;
  /** Milliseconds without a byte after which an attempt is given up. */
  readonly patience?: number;
}

/** The server said no: trying again will not help. */
class Refusal extends Error {}

/**
 * Downloads a file to `target` and goes on where an earlier attempt, or an earlier run, stopped (`target.part`). The
 * target appears whole or not at all. Rejects with DOWNLOAD_FAILED, DOWNLOAD_DAMAGED, CANCELLED, DISK_FULL.
 */
export async function download(url: string, target: string, options: DownloadOptions = {}): Promise<void> {
  const { attempts = 4, pause = 500, signal, sha256 } = options;
  const part = `${target}.part`;
  for (let failures = 0; ; ) {
    const before = sizeOf(part);
    try {
      await attempt(url, part, options);
      break;
    } catch (cause) {
      if (signal?.aborted) throw new PortolanError('CANCELLED', {}, { cause });
      if (systemCode(cause) === 'ENOSPC') throw new PortolanError('DISK_FULL', { path: target }, { cause });
      failures = sizeOf(part) > before ? 1 : failures + 1;
      if (cause instanceof Refusal || failures >= attempts)
        throw new PortolanError('DOWNLOAD_FAILED', { url, reason: networkReason(cause) }, { cause });
      await wait(pause * 2 ** (failures - 1), undefined, signal ? { signal } : {}).catch(() => {});
    }
  }
  if (sha256 !== undefined && (await fileSha256(part, signal)) !== sha256) {
    rmSync(part, { force: true });
    throw new PortolanError('DOWNLOAD_DAMAGED', { url });
  }
  renameSync(part, target);
}

async function attempt(
  url: string,
  part: string,
  { progress, signal, patience = 30_000 }: DownloadOptions,
): Promise<void> {
  let done = sizeOf(part);
  const stalled = new AbortController();
  const stall = () => stalled.abort(new Error(`nothing arrived for ${Math.round(patience / 1000)} s`));
  let timer = setTimeout(stall, patience);
  try {
    const response = await fetch(url, {
      headers: done > 0 ? { range: `bytes=${done}-` } : {},
      signal: signal ? AbortSignal.any([signal, stalled.signal]) : stalled.signal,
    });
    const whole = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
    if (response.status === 416) {
      await response.body?.cancel();
      if (whole !== undefined && Number(whole) === done) return;
      rmSync(part, { force: true });
      throw new Error('the file has changed on the server');
    }
    if (!response.ok || !response.body) throw refusalOf(response.status);
    if (response.status !== 206) done = 0;
    const length = response.headers.get('content-length');
    const encoded = response.headers.has('content-encoding');
    const total = whole ? Number(whole) : length && !encoded ? done + Number(length) : undefined;
    // Chunk by chunk rather than through a pipeline, which would throw away what has come when the connection breaks.
    const file = await open(part, done > 0 ? 'a' : 'w');
    try {
      for await (const chunk of response.body) {
        clearTimeout(timer);
        await file.write(chunk);
        done += chunk.length;
        timer = setTimeout(stall, patience);
        progress?.(done, total);
      }
    } finally {
      await file.close();
    }
    if (total !== undefined && done !== total) throw new Error(`${done} of ${total} bytes arrived`);
  } finally {
    clearTimeout(timer);
  }
}

function refusalOf(status: number): Error {
  const reason = `the server answered ${status}`;
  // 408, 429 and the 500s pass; the other 400s are about the request.
  const passing = status >= 500 || status === 408 || status === 429;
  return passing ? new Error(reason) : new Refusal(reason);
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** `fetch failed` says nothing; its cause does. */
function networkReason(error: unknown): string {
  const cause = (error as { cause?: unknown } | null)?.cause;
  return cause === undefined ? reasonOf(error) : reasonOf(cause);
}
