import { PAGE_ORIGIN } from './address.ts';

/** What the page may load and do. Notes are other people's text: nothing of theirs may run or reach the network. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Images of notes elsewhere are drawn only when a setting or a click allows it: the reader decides.
    "img-src 'self' blob: data: https: http:",
    'media-src blob:',
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The frame that draws diagrams: it runs what it is sent, apart from everything, and reaches nothing at all. */
export const FRAME_POLICY = [
  "default-src 'none'",
  // Sandboxed, it has no origin that 'self' could mean.
  `script-src ${PAGE_ORIGIN}`,
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${PAGE_ORIGIN}`,
  'sandbox allow-scripts',
].join('; ');
