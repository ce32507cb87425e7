import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { NoteText } from '../../../../contract/note.ts';
import { useEngine } from '../../../app/context.ts';
import { useT } from '../../../i18n/use-t.ts';
import { isMdx } from '../note/growing.ts';
import { blocksOfPart } from '../note/part.ts';
import type { Subpath } from '../note/places.ts';
import { noteQuery } from '../note/queries.ts';
import { useRendering } from '../note/rendering.ts';
import { BlockView } from './BlockView.tsx';
import { ToNote } from './elements/links.tsx';
import styles from './note.module.css';
import {
  type EmbeddedNoteProps,
  linkFinder,
  type NoteContext,
  NoteContextProvider,
  useNoteContext,
} from './note-context.ts';

/** Notes embedded in one another are shown to this depth. */
const DEEPEST = 3;
/** What is longer is to be read in its own place. */
const MOST_BLOCKS = 80;

/** Another note, or a part of it, within this one. */
export function EmbeddedNote({ path, title, subpath }: EmbeddedNoteProps) {
  const t = useT();
  const { trail } = useNoteContext();
  const cycle = trail.includes(path) && !subpath;
  if (cycle || trail.length > DEEPEST)
    return (
      <div className={styles.missing}>
        <ToNote path={path} subpath={subpath}>
          {t(cycle ? 'reader.embedCycle' : 'reader.embedDepth', { title })}
        </ToNote>
      </div>
    );
  return (
    <div className={styles.embed} data-foreign>
      <Embedded path={path} title={title} subpath={subpath} />
    </div>
  );
}

function Embedded({ path, title, subpath }: EmbeddedNoteProps) {
  const t = useT();
  const { data, isError } = useQuery(noteQuery(useEngine(), path));
  if (isError) return <span className={styles.missing}>{t('reader.embedMissing', { target: title })}</span>;
  if (!data) return <span className={styles.loading} />;
  return (
    <>
      <div className={styles.embedTitle}>
        <ToNote path={path} subpath={subpath}>
          {data.note.title}
          {subpath && ` › ${subpath.block ? `^${subpath.block}` : subpath.headings.join(' › ')}`}
        </ToNote>
      </div>
      <NotePart note={data} subpath={subpath} most={MOST_BLOCKS} />
    </>
  );
}

interface PartProps {
  readonly note: NoteText;
  readonly subpath: Subpath | null;
  readonly most: number;
}

/** A note's blocks, or those of a part of it, with the note as their own surroundings. */
export function NotePart({ note, subpath, most }: PartProps) {
  const t = useT();
  const around = useNoteContext();
  const rendering = useRendering(note.text, isMdx(note.note.path));
  const part = blocksOfPart(rendering.blocks, note, subpath, rendering.done);
  const { path, title } = note.note;
  const { remote, allowRemote, trail } = around;
  const context = useMemo<NoteContext>(
    () => ({
      path,
      title,
      linkAt: linkFinder(note.links),
      trail: [...trail, path],
      remote,
      allowRemote,
      jump: null,
    }),
    [path, title, note.links, trail, remote, allowRemote],
  );
  if (part === null)
    return (
      <p className={styles.missing}>
        {t('reader.embedPart', { title, part: subpath?.block ?? subpath?.headings.at(-1) ?? '' })}
      </p>
    );
  return (
    <NoteContextProvider value={context}>
      <div data-note-body>
        {part.slice(0, most).map((block, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name
          <BlockView key={i} block={block} />
        ))}
      </div>
      {part.length > most && (
        <p className={styles.more}>
          <ToNote path={path} subpath={subpath}>
            {t('reader.embedMore', { title })}
          </ToNote>
        </p>
      )}
    </NoteContextProvider>
  );
}
