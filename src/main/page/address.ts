/** The scheme under which the app's own page is served, to its own window alone. */
export const PAGE_SCHEME = 'portolan-app';
export const PAGE_ORIGIN = `${PAGE_SCHEME}://app`;
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

/** True for an address of our own page, whatever is after it. */
export function isOurs(address: string): boolean {
  // Not `URL.origin`, which is 'null' for schemes that Node does not know.
  return address === PAGE_ORIGIN || address.startsWith(`${PAGE_ORIGIN}/`);
}
