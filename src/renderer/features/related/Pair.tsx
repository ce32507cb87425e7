import { useMemo } from 'react';
import { marksOf } from '../../../common/emphasis.ts';
import type { Passage } from '../../../contract/common.ts';
import type { RelatedNote } from '../../../contract/related.ts';
import { useT } from '../../i18n/use-t.ts';
import { useLit } from '../../state/lit.ts';
import { openAt, wantsTab } from '../passages/open-at.ts';
import { Quote } from '../passages/Quote.tsx';
import styles from './related.module.css';

interface Note {
  readonly path: string;
  readonly title: string;
  readonly language: string;
}

interface Props {
  readonly pair: RelatedNote['evidence'][number];
  readonly terms: readonly string[];
  readonly asked: Note;
  readonly note: Note;
  readonly room?: number;
}

/** Two passages that answer to each other: the one from here above the one from there. */
export function Pair({ pair, terms, asked, note, room }: Props) {
  const t = useT();
  return (
    <div className={styles.pair} data-own>
      <Side
        label={t('related.here')}
        does={t('related.showHere')}
        passage={pair.here}
        of={asked}
        terms={terms}
        room={room}
        lights
      />
      <Side
        label={t('related.there')}
        does={t('related.openThere', { title: note.title })}
        passage={pair.there}
        of={note}
        terms={terms}
        room={room}
      />
    </div>
  );
}

interface SideProps {
  readonly label: string;
  readonly does: string;
  readonly passage: Passage;
  readonly of: Note;
  readonly terms: readonly string[];
  readonly room: number | undefined;
  /** Pointing at it lights it in the reader. */
  readonly lights?: boolean;
}

function Side({ label, does, passage, of, terms, room, lights }: SideProps) {
  const marks = useMemo(() => marksOf(passage.text, terms), [passage.text, terms]);
  const point =
    lights && (() => useLit.getState().set({ path: of.path, start: passage.start, end: passage.end }));
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.side}
      title={does}
      onClick={(event) => openAt(of.path, passage, wantsTab(event))}
      {...(point && { onMouseEnter: point })}
    >
      <span className={styles.label}>{label}</span>
      <Quote passage={passage} marks={marks} room={room} title={of.title} language={of.language} />
    </button>
  );
}
