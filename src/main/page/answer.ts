import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { framePolicy, pagePolicy, withNonce } from '../../host/page-policy.ts';
import { PAGE_ORIGIN } from './address.ts';
import type { PageFile } from './page-files.ts';

/** The response to one request: a file of the page, or none. */
export async function answer(
  files: ReadonlyMap<string, PageFile>,
  address: string,
  method: string,
): Promise<Response> {
  const file = address.startsWith(`${PAGE_ORIGIN}/`) ? files.get(new URL(address).pathname) : undefined;
  if (!file || method !== 'GET') return new Response(null, { status: file ? 405 : 404, headers: ALWAYS });
  const body = await readFile(file.file);
  if (!file.type.startsWith('text/html')) return new Response(body, { headers: headersOf(file) });
  const nonce = randomBytes(18).toString('base64');
  const isPage = new URL(address).pathname === '/index.html';
  return new Response(new Uint8Array(withNonce(body, nonce)), {
    headers: {
      ...headersOf(file),
      'content-security-policy': isPage ? pagePolicy(nonce) : framePolicy(PAGE_ORIGIN),
    },
  });
}

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** The frame of diagrams has no origin of its own, and asks for its scripts as such. They are no secret. */
const headersOf = ({ type }: PageFile): Record<string, string> => ({
  ...ALWAYS,
  'content-type': type,
  'access-control-allow-origin': 'null',
});
