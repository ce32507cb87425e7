import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PortolanError, reasonOf } from '../../../common/errors.ts';
import { fileSha256 } from './checksum.ts';
import { type DownloadOptions, download } from './download.ts';

/** The Hub, or the mirror that HF_ENDPOINT names. */
export const hubEndpoint = (): string =>
  (process.env.HF_ENDPOINT || 'https://huggingface.co').replace(/\/+$/, '');

export interface HubFile {
  readonly path: string;
  readonly sha256: string;
}

/**
 * Fetches one file of a repository into `folder`, unless it is there and whole. Large files are checked against the
 * SHA-256 that the Hub gives for them. Rejects with DOWNLOAD_FAILED, DOWNLOAD_DAMAGED, CANCELLED.
 */
export async function fetchFromHub(
  repository: string,
  revision: string,
  file: string,
  folder: string,
  options: DownloadOptions = {},
): Promise<HubFile> {
  const url = `${hubEndpoint()}/${repository}/resolve/${revision}/${file}`;
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  const expected = await linkedSha256(url, options.signal);
  if (existsSync(path)) {
    const found = await fileSha256(path, options.signal);
    if (expected === undefined || found === expected) return { path, sha256: found };
  }
  await download(url, path, { ...options, ...(expected && { sha256: expected }) });
  return { path, sha256: expected ?? (await fileSha256(path, options.signal)) };
}

/** What the Hub says about a file kept in its large-file store: the header holds the SHA-256; others have none. */
async function linkedSha256(url: string, signal: AbortSignal | undefined): Promise<string | undefined> {
  try {
    // The header stands on the answer that redirects to the store, not on the store's own.
    const limit = AbortSignal.timeout(20_000);
    const response = await fetch(url, {
      method: 'HEAD',
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    const tag = response.headers.get('x-linked-etag')?.replace(/^(W\/)?"|"$/g, '');
    return tag && /^[0-9a-f]{64}$/.test(tag) ? tag : undefined;
  } catch (cause) {
    if (signal?.aborted) throw new PortolanError('CANCELLED', {}, { cause });
    const reason = reasonOf((cause as Error).cause ?? cause);
    throw new PortolanError('DOWNLOAD_FAILED', { url, reason }, { cause });
  }
}
