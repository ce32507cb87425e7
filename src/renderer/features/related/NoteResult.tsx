import { useMemo, useState } from 'react';
import { marksOf } from '../../../common/emphasis.ts';
import type { RelatedNote } from '../../../contract/related.ts';
import { useT } from '../../i18n/use-t.ts';
import { useLit } from '../../state/lit.ts';
import { Quote } from '../passages/Quote.tsx';
import type { RowProps } from '../passages/ResultList.tsx';
import { ResultShell } from '../passages/ResultShell.tsx';
import { linkedness, tierFact, useCloser } from './facts.ts';
import { Pair } from './Pair.tsx';
import { ReasonBar, ReasonLine, ReasonTable } from './Reasons.tsx';
import { groundsOf } from './reasons.ts';
import styles from './related.module.css';

interface Props {
  readonly related: RelatedNote;
  /** The note that is asked about. */
  readonly asked: { readonly path: string; readonly title: string; readonly language: string };
  readonly main: RowProps['main'];
  readonly expanded: boolean;
  readonly onExpand: () => void;
}

/** Characters of a passage that is shown before it is asked for. */
const GLANCE = 150;
/** Pairs beyond the best one are shown shorter. */
const BESIDE = 260;

/** A related note: its best passage, why it is related, and on demand the passages of both side by side. */
export function NoteResult({ related, asked, main, expanded, onExpand }: Props) {
  const t = useT();
  const closer = useCloser();
  const { note, evidence, sharedTerms, linked, tier } = related;
  const terms = useMemo(() => sharedTerms.map((s) => s.term), [sharedTerms]);
  const grounds = useMemo(() => groundsOf(related, asked.title), [related, asked.title]);
  const [best, ...others] = evidence;
  const [all, setAll] = useState(false);
  const marks = useMemo(() => best && marksOf(best.there.text, terms), [best, terms]);
  const light = (on: boolean) =>
    useLit
      .getState()
      .set(on && best ? { path: asked.path, start: best.here.start, end: best.here.end } : null);
  return (
    <ResultShell
      note={note}
      at={best?.there ?? null}
      main={main}
      foreign={differs(note.language, asked.language)}
      facts={[linkedness(linked, t), tierFact(tier, t)]}
      figure={<span title={closer.sentence(related.percentile)}>{closer.figure(related.percentile)}</span>}
      expanded={expanded}
      onExpand={onExpand}
      onPoint={light}
    >
      <span className="sr-only">{closer.sentence(related.percentile)}</span>
      {!expanded && (
        <>
          {best && (
            <span className={styles.glance}>
              <Quote
                passage={best.there}
                marks={marks}
                room={GLANCE}
                title={note.title}
                language={note.language}
              />
            </span>
          )}
          <span className={styles.why}>
            <ReasonBar grounds={grounds} />
            <ReasonLine grounds={grounds} />
          </span>
        </>
      )}
      {expanded && (
        <div className={styles.detail}>
          {best && <Pair pair={best} terms={terms} asked={asked} note={note} />}
          <ReasonTable grounds={grounds} />
          <p className={styles.closer}>{closer.sentence(related.percentile)}</p>
          {tier !== 'contextual' && <p className={styles.closer}>{t(`related.tier.${tier}.long`)}</p>}
          {others.length > 0 && !all && (
            <button
              type="button"
              tabIndex={-1}
              data-own
              className={styles.morePairs}
              onClick={() => setAll(true)}
            >
              {t('related.morePairs', { n: others.length })}
            </button>
          )}
          {all &&
            others.map((pair) => (
              <Pair
                key={`${pair.here.start}-${pair.there.start}`}
                pair={pair}
                terms={terms}
                asked={asked}
                note={note}
                room={BESIDE}
              />
            ))}
        </div>
      )}
    </ResultShell>
  );
}

/** Both languages are known, and they are two. */
export const differs = (a: string, b: string): boolean => a !== b && a !== 'und' && b !== 'und';
