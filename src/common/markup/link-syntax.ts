/** What a link says, taken apart. */
export interface LinkParts {
  /** The note or file part, decoded, as written: 'Folder/Note' in [[Folder/Note#Heading|alias]]; '' is the same note. */
  readonly target: string;
  /** 'Heading' or 'Heading#Sub' after '#'. */
  readonly heading?: string;
  /** Block id after '#^'. */
  readonly block?: string;
  readonly alias?: string;
}

/** `Folder/Note#Heading|alias`, as between `[[` and `]]`; null where it names nothing. `\|` is a `|` in a table. */
export function parseWikilink(content: string): LinkParts | null {
  const bar = content.search(/\\?\|/);
  const path = bar < 0 ? content : content.slice(0, bar);
  const alias =
    bar < 0
      ? ''
      : content
          .slice(bar)
          .replace(/^\\?\|/, '')
          .trim();
  const parts = splitTarget(path);
  if (!parts.target && !parts.heading && !parts.block) return null;
  return alias ? { ...parts, alias } : parts;
}

/** `Note#Heading#Sub`, `Note#^block`: target, heading and block apart, blanks around them removed. */
export function splitTarget(path: string): LinkParts {
  const hash = path.indexOf('#');
  if (hash < 0) return { target: path.trim() };
  const target = path.slice(0, hash).trim();
  const rest = path.slice(hash + 1).trim();
  const caret = rest.startsWith('^') ? 0 : rest.indexOf('#^');
  const block = caret < 0 ? '' : rest.slice(caret + (caret === 0 ? 1 : 2)).trim();
  const heading = (caret < 0 ? rest : rest.slice(0, caret)).trim();
  return { target, ...(heading && { heading }), ...(block && { block }) };
}

/** A scheme (`https:`, `obsidian:`) or `//host`: not a place in the vault. */
const EXTERNAL = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/**
 * A Markdown destination (`../b%20c.md#h`, `<with space.md>`) as target, heading and block; null where it leads out of
 * the vault or nowhere.
 */
export function parseDestination(written: string): LinkParts | null {
  const bare = written.startsWith('<') && written.endsWith('>') ? written.slice(1, -1) : written;
  const plain = bare.replace(/\\([!-/:-@[-`{-~])/g, '$1').trim();
  if (!plain || EXTERNAL.test(plain)) return null;
  const hash = plain.indexOf('#');
  // Decoded apart, because a file's name may hold an encoded '#'.
  const target = decode(hash < 0 ? plain : plain.slice(0, hash)).trim();
  const rest: Partial<LinkParts> = hash < 0 ? {} : splitTarget(`#${decode(plain.slice(hash + 1))}`);
  const parts = { ...rest, target };
  return target || parts.heading || parts.block ? parts : null;
}

/** Percent escapes decoded; those that are broken stay as they are. */
function decode(s: string): string {
  if (!s.includes('%')) return s;
  try {
    return decodeURIComponent(s);
  } catch {
    return s.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
  }
}

/** The label of a reference link, as two spellings of it are compared. */
export const referenceLabel = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();
