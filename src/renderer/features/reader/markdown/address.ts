/** Where a link leads: out into the world, to a place in the vault, or nowhere it may. */
export type Address =
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'vault'; readonly target: string }
  | { readonly kind: 'refused'; readonly scheme: string };

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const OPENED = new Set(['http', 'https', 'mailto', 'obsidian']);
/** Browsers take these out of an address before they read its scheme. */
const IGNORED = /[\u0000-\u0020\u007f-\u009f\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;

/** Reads a written address. What is not surely harmless is refused. */
export function readAddress(written: string): Address {
  const bare = written.replace(IGNORED, '');
  const scheme = SCHEME.exec(bare)?.[1]?.toLowerCase();
  if (scheme) return OPENED.has(scheme) ? { kind: 'web', url: written.trim() } : { kind: 'refused', scheme };
  if (/^[\\/]{2}/.test(bare)) return { kind: 'web', url: `https://${bare.replace(/^[\\/]+/, '')}` };
  return { kind: 'vault', target: written.trim() };
}

/** Pictures in the address itself; drawings (SVG) are documents and left out. */
const INLINE_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/=\s]+$/i;

/** Where an image comes from: another machine, the vault, or the note itself. */
export type ImageAddress = Address | { readonly kind: 'inline'; readonly url: string };

export function readImageAddress(written: string): ImageAddress {
  if (INLINE_IMAGE.test(written)) return { kind: 'inline', url: written.replace(/\s/g, '') };
  const address = readAddress(written);
  if (address.kind !== 'web' || /^https?:/i.test(address.url)) return address;
  return { kind: 'refused', scheme: SCHEME.exec(address.url)?.[1] ?? '' };
}
