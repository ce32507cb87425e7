import { randomBytes } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { framePolicy, pagePolicy, withNonce } from '../host/page-policy.ts';
import type { Access } from './access.ts';
import { COMMON_HEADERS, NO_CONTENT_POLICY } from './headers.ts';
import type { PageFile } from './page-files.ts';

type Files = ReadonlyMap<string, PageFile>;

interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: Buffer | string;
}

/** The page in which diagrams are drawn, in a frame of its own. */
const FRAME = 'mermaid.html';
/** For a person who opened the address without its token. */
const ASK_FOR_ADDRESS =
  'Open the address that Portolan printed when it was started.\nAbre la dirección que Portolan mostró al arrancar.\n';

/** Answers one request: the token's exchange, a file of the page, or a refusal that says nothing. */
export function respond(
  request: IncomingMessage,
  response: ServerResponse,
  access: Access,
  files: Files,
): void {
  const { status, headers, body } = answerTo(request, access, files);
  response.writeHead(status, {
    ...COMMON_HEADERS,
    ...headers,
    'Content-Length': Buffer.byteLength(body ?? ''),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function answerTo(request: IncomingMessage, access: Access, files: Files): Answer {
  if (!access.isForUs(request)) return refusal(421);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, { Allow: 'GET, HEAD' });
  const { origin, host } = request.headers;
  const ofFrame = origin === 'null';
  if (origin !== undefined && !ofFrame && !access.isFromOurPage(request)) return refusal(403);

  const url = URL.parse(request.url ?? '', `http://${host}`);
  if (!url) return refusal(400);
  if (access.exchanges(url)) return refusal(303, { Location: access.base, 'Set-Cookie': access.cookie });

  const address = url.pathname.startsWith(access.base) ? url.pathname.slice(access.base.length) : null;
  const file = address === null ? undefined : files.get(address);
  // The frame of diagrams has no origin, so browsers send no cookie with what it loads. It is code, and no secret.
  if (ofFrame && file && address!.startsWith('assets/'))
    return sent(file, NO_CONTENT_POLICY, { 'Access-Control-Allow-Origin': 'null' });
  if (!ofFrame && address === '' && cameFromElsewhere(request)) return refusal(401, HTML, COME_AGAIN);
  if (ofFrame || !access.hasCookie(request)) return refusal(401, {}, ASK_FOR_ADDRESS);
  if (!file) return refusal(404);

  if (address === FRAME) return sent(file, framePolicy(`http://${host}`));
  if (!file.type.startsWith('text/html')) return sent(file, NO_CONTENT_POLICY);
  const nonce = randomBytes(18).toString('base64');
  return sent({ ...file, body: withNonce(file.body, nonce) }, pagePolicy(nonce, `ws://${host}`));
}

/**
 * Whoever clicks on the printed address in a web page, as some terminals are one, is led here by that page, and then
 * browsers keep the cookie back. It comes with what this page itself asks for.
 */
const cameFromElsewhere = ({ headers }: IncomingMessage): boolean =>
  headers['sec-fetch-site'] === 'cross-site' &&
  headers['sec-fetch-mode'] === 'navigate' &&
  headers['sec-fetch-dest'] === 'document';

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
const COME_AGAIN = '<!doctype html><meta http-equiv="refresh" content="0"><title>Portolan</title>';

const refusal = (status: number, headers: OutgoingHttpHeaders = {}, body = ''): Answer => ({
  status,
  headers: {
    'Content-Security-Policy': NO_CONTENT_POLICY,
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  },
  body,
});

const sent = (
  { type, body, lasting }: PageFile,
  policy: string,
  headers: OutgoingHttpHeaders = {},
): Answer => ({
  status: 200,
  headers: {
    'Content-Security-Policy': policy,
    'Content-Type': type,
    Vary: 'Origin',
    ...(lasting ? { 'Cache-Control': 'private, max-age=31536000, immutable' } : {}),
    ...headers,
  },
  body,
});
