import type { RelatedPassage } from '../../../contract/passages.ts';
import { useT } from '../../i18n/use-t.ts';
import { Quote } from '../passages/Quote.tsx';
import type { RowProps } from '../passages/ResultList.tsx';
import { ResultShell } from '../passages/ResultShell.tsx';
import { linkedness, tierFact, useCloser } from './facts.ts';
import { differs } from './NoteResult.tsx';
import styles from './related.module.css';

interface Props {
  readonly passage: RelatedPassage;
  readonly language: string;
  readonly main: RowProps['main'];
  readonly expanded: boolean;
  readonly onExpand: () => void;
  readonly onPoint: (at: boolean) => void;
}

const GLANCE = 260;

/** A passage of another note that is like the one being read. */
export function PassageResult({ passage: found, language, main, expanded, onExpand, onPoint }: Props) {
  const t = useT();
  const closer = useCloser(true);
  const { note, passage, marks, linked, tier, percentile } = found;
  const long = passage.text.length > GLANCE;
  return (
    <ResultShell
      note={note}
      at={passage}
      main={main}
      foreign={differs(note.language, language)}
      facts={[linkedness(linked, t), tierFact(tier, t)]}
      figure={<span title={closer.sentence(percentile)}>{closer.figure(percentile)}</span>}
      expanded={expanded}
      onPoint={onPoint}
      {...(long && { onExpand })}
    >
      <span className="sr-only">{closer.sentence(percentile)}</span>
      <span className={expanded ? undefined : styles.glance}>
        <Quote
          passage={passage}
          marks={marks}
          room={expanded ? undefined : GLANCE}
          title={note.title}
          language={note.language}
        />
      </span>
    </ResultShell>
  );
}
