import { baseName } from '../../common/ids.ts';
import { parseWikilink } from '../../common/markup/link-syntax.ts';
import { nfc } from '../../common/text.ts';
import type { Frontmatter, ReadableProperty } from './note.ts';

/** What is read elsewhere, or is meant for programs. */
const OTHERS = new Set(
  'title alias aliases tag tags cssclass cssclasses permalink slug id uid uuid layout template lang language locale icon'.split(
    ' ',
  ),
);

/** Values of a note, and characters of one of them and of all, that are read: no one writes more by hand. */
const MOST_VALUES = 200;
const LONGEST_VALUE = 4000;
const MOST_CHARACTERS = 16_000;

/** Values in the order in which they are written; of a list, each of its items. */
export function readableProperties(data: Frontmatter['data']): ReadableProperty[] {
  const found: ReadableProperty[] = [];
  let room = MOST_CHARACTERS;
  for (const [name, value] of Object.entries(data)) {
    if (OTHERS.has(name.toLowerCase())) continue;
    for (const written of scalars(value)) {
      const text = plain(written);
      if (!isRead(text) || text.length > room || found.length === MOST_VALUES) continue;
      room -= text.length;
      found.push({ name, text });
    }
  }
  return found;
}

/** `[[Link]]` without quotes is a list in a list to YAML. */
function scalars(value: Frontmatter['data'][string], depth = 0): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) && depth < 3 ? value.flatMap((item) => scalars(item, depth + 1)) : [];
}

const WIKILINK = /!?\[\[([^[\]]{1,999})\]\]/g;
const LINK = /!?\[([^[\]]{1,999})\]\([^()\s]{1,999}\)/g;

const plain = (value: string): string =>
  nfc(value.slice(0, LONGEST_VALUE))
    .replace(WIKILINK, (_, content: string) => shown(content))
    .replace(LINK, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** As in the body: by its alias, or the last part of where it leads. */
function shown(content: string): string {
  const link = parseWikilink(content);
  return link ? (link.alias ?? baseName(link.target)) : content;
}

/** An address, or the path of a file: `CI/CD` and `areas/salud` are words. */
const ADDRESS = /^[\w+.-]{2,20}:\/\/\S+$|^mailto:\S+$|^[.~]{0,2}[\\/]\S*$|^\S{0,255}[\\/]\S{0,255}\.\w{2,5}$/;
const PLACEHOLDER = /\{\{|<%/;
/** A number of something, a hash: no blank, digits, and letters that make no word; or too long for one. */
const KEY = /^(?=\S*\d)(?!\S*\p{L}{4})[\w-]{9,}$|^[\w=+-]{65,}$/u;

const isRead = (text: string): boolean =>
  /\p{L}.*\p{L}|[\p{Script=Han}\p{Script=Hangul}]/u.test(text) &&
  !ADDRESS.test(text) &&
  !KEY.test(text) &&
  !PLACEHOLDER.test(text);
