/** What was dropped on the page: a path, something whose path is not told, or nothing that could be a folder. */
export type Dropped = { readonly is: 'path'; readonly path: string } | { readonly is: 'unknown' } | null;

type Transfer = Pick<DataTransfer, 'getData' | 'types'>;

/** Some file managers name what is dropped by its address; browsers keep from pages where a dropped file lies. */
export function droppedFolder(transfer: Transfer): Dropped {
  const addresses = transfer.getData('text/uri-list').split(/\r?\n/);
  const file = addresses.find((line) => line.startsWith('file://'));
  if (file) return { is: 'path', path: pathOf(file) };
  const text = transfer.getData('text/plain').trim();
  if (/^(\/|[A-Za-z]:[\\/])/.test(text) && !text.includes('\n')) return { is: 'path', path: text };
  return transfer.types.includes('Files') ? { is: 'unknown' } : null;
}

function pathOf(address: string): string {
  const path = decodeURIComponent(new URL(address).pathname);
  return /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path;
}
