/**
 * What the page may load and run, in a window and in a browser's tab: notes are other people's text, and nothing of theirs
 * may run or reach the network. Images of other machines may be shown, and never are before the person allows it: the
 * reader gives no such address to the page until then. `connect` is where its ways to host and engine lead, if anywhere.
 */
export function pagePolicy(nonce: string, connect = ''): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data: https: http:",
    'media-src blob:',
    "font-src 'self'",
    `connect-src 'self' ${connect}`.trim(),
    "worker-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Of the page in which diagrams are drawn: it runs what it is sent, apart from everything, and reaches nothing. */
export function framePolicy(origin: string): string {
  return [
    "default-src 'none'",
    // In a sandbox it has no origin that 'self' could mean.
    `script-src ${origin}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${origin}`,
    'sandbox allow-scripts',
  ].join('; ');
}

/** The page with this answer's nonce in it, for libraries that put styles into it while it runs. */
export const withNonce = (html: Buffer, nonce: string): Buffer =>
  Buffer.from(html.toString('utf8').replace(/<head>/i, `$&<meta property="csp-nonce" nonce="${nonce}">`));
