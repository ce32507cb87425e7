import type { Request } from './request.ts';

/** The scheme of links that lead into the app; registered with the system by the packaged app. */
export const LINK_SCHEME = 'portolan';

const LONGEST = 4096;

/**
 * What a link asks for: `portolan://open?vault=…&note=…` or `portolan://search?query=…&vault=…`. Null for whatever
 * else; a link comes from anywhere, so nothing in it is taken for more than a name or a question.
 */
export function readLink(text: string): Request | null {
  if (text.length > LONGEST || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== `${LINK_SCHEME}:`) return null;
  const word = (name: string) => url.searchParams.get(name)?.trim() || undefined;
  const vault = word('vault');
  // Some systems make `portolan://open` into `portolan://open/`, some programs into `portolan:open`.
  const action = (url.host || url.pathname).replaceAll('/', '');
  if (action === 'open') {
    const note = word('note');
    return vault || note ? { is: 'link', ...(vault && { vault }), ...(note && { note }) } : null;
  }
  if (action === 'search') {
    const query = word('query');
    return query ? { is: 'link', ...(vault && { vault }), query } : null;
  }
  return null;
}
