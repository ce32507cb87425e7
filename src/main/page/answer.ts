import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PAGE_ORIGIN } from './address.ts';
import { contentSecurityPolicy, FRAME_POLICY } from './csp.ts';
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
  const nonce = randomBytes(16).toString('base64');
  const html = body.toString('utf8').replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`);
  const isPage = new URL(address).pathname === '/index.html';
  const policy = isPage ? contentSecurityPolicy(nonce) : FRAME_POLICY;
  return new Response(html, { headers: { ...headersOf(file), 'content-security-policy': policy } });
}

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

const headersOf = ({ type }: PageFile): Record<string, string> => ({ ...ALWAYS, 'content-type': type });
