import { fold } from '../../../common/text.ts';
import type { SearchHit } from '../../../contract/search.ts';
import { useT } from '../../i18n/use-t.ts';
import { openAt, wantsTab } from '../passages/open-at.ts';
import { Quote } from '../passages/Quote.tsx';
import type { RowProps } from '../passages/ResultList.tsx';
import { ResultShell } from '../passages/ResultShell.tsx';
import type { Row } from './merge.ts';
import styles from './search.module.css';

interface Props {
  readonly hit: Row;
  /** Listed by filters alone: nothing was looked for in it. */
  readonly listed: boolean;
  readonly main: RowProps['main'];
  readonly expanded: boolean;
  readonly onExpand: () => void;
}

const GLANCE = 140;

/** A note that was found: its best passage with the nearest sentence and the words marked; the others on demand. */
export function HitResult({ hit, listed, main, expanded, onExpand }: Props) {
  const t = useT();
  const { note, passages, otherLanguage, fresh, tier } = hit;
  const shown = expanded ? passages : passages.slice(0, 1);
  const more = passages.length > 1 || (passages[0]?.text.length ?? 0) > GLANCE;
  const by = listed ? null : foundBy(hit);
  const facts = [by && t(`search.by.${by}`), tier === 'contextual' ? null : t(`related.tier.${tier}`)];
  return (
    <ResultShell
      note={note}
      at={passages[0] ?? null}
      main={main}
      foreign={otherLanguage}
      fresh={fresh ? t('search.fresh') : null}
      facts={facts}
      expanded={expanded}
      {...(more && { onExpand })}
    >
      {shown.map((passage, i) => {
        const quote = (
          <Quote
            passage={passage}
            marks={passage.marks}
            sentence={passage.sentence}
            room={expanded ? undefined : GLANCE}
            title={note.title}
            language={note.language}
          />
        );
        if (i === 0 && !expanded)
          return (
            <span key={passage.start} className={styles.glance}>
              {quote}
            </span>
          );
        return (
          <button
            key={passage.start}
            type="button"
            tabIndex={-1}
            data-own
            className={styles.passage}
            title={t('related.openThere', { title: note.title })}
            onClick={(event) => openAt(note.path, passage, wantsTab(event))}
          >
            {quote}
          </button>
        );
      })}
    </ResultShell>
  );
}

/** What a hit was found by, where the marks in its passage do not say it. */
function foundBy({ note, matched, passages, parts }: SearchHit): 'name' | 'properties' | 'meaning' | null {
  if (matched.length === 0) return parts.meaning > 0 ? 'meaning' : null;
  if (passages.length > 0) return null;
  const title = fold(note.title);
  return matched.some((word) => title.includes(fold(word))) ? 'name' : 'properties';
}
