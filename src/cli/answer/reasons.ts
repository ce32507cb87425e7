import { asWritten } from '../../common/emphasis.ts';
import type { Reason, RelatedNote } from '../../contract/related.ts';
import { harmlessProse } from '../terminal/harmless.ts';
import { clip, width } from '../terminal/width.ts';

/** Details named of each reason. */
const TERMS = 5;
const NOTES = 2;
const TAGS = 3;
const LINES = 2;
const BETWEEN = ' · ';

/** Why a note is related: every reason with its share of the score and what it rests on, the largest first. */
export function reasonLines(related: RelatedNote, title: string, indent: number, columns: number): string[] {
  const room = columns - indent;
  const lines: string[] = [];
  for (const reason of related.reasons) {
    const said = clip(sentence(reason, related, title), room);
    const last = lines.at(-1);
    if (last !== undefined && width(last) + BETWEEN.length + width(said) <= room)
      lines[lines.length - 1] = `${last}${BETWEEN}${said}`;
    else if (lines.length < LINES) lines.push(said);
  }
  return lines.map((line) => `${' '.repeat(indent)}${line}`);
}

function sentence({ kind, share }: Reason, related: RelatedNote, title: string): string {
  const percent = `${Math.max(1, Math.round(share * 100))} %`;
  const details = DETAILS[kind](related, title);
  return details ? `${NAMES[kind]} ${percent}: ${details}` : `${NAMES[kind]} ${percent}`;
}

const NAMES: Readonly<Record<Reason['kind'], string>> = {
  meaning: 'meaning',
  words: 'words',
  links: 'links',
  names: 'names',
  tags: 'tags',
};

const DETAILS: Readonly<Record<Reason['kind'], (related: RelatedNote, title: string) => string>> = {
  meaning: () => '',
  words({ sharedTerms, evidence, note }, title) {
    const texts = [...evidence.flatMap(({ here, there }) => [here.text, there.text]), title, note.title];
    const terms = sharedTerms.slice(0, TERMS).map(({ term }) => term);
    return asWritten(terms, texts).map(harmlessProse).join(', ');
  },
  links({ via }) {
    const through = via.slice(0, NOTES).map((note) => harmlessProse(note.title));
    return through.length > 0 ? `through ${through.join(', ')}` : '';
  },
  names({ mentions }) {
    const places = { here: 'said here', there: 'says' } as const;
    return mentions.map((mention) => `${places[mention.in]} “${harmlessProse(mention.name)}”`).join(', ');
  },
  tags: ({ sharedTags }) =>
    sharedTags
      .slice(0, TAGS)
      .map((tag) => `#${harmlessProse(tag)}`)
      .join(' '),
};
