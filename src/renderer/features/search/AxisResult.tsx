import { useIntl } from 'react-intl';
import type { AxisNote, AxisPole, AxisResult as Result } from '../../../contract/axis.ts';
import { useT } from '../../i18n/use-t.ts';
import { Quote } from '../passages/Quote.tsx';
import type { RowProps } from '../passages/ResultList.tsx';
import { ResultShell } from '../passages/ResultShell.tsx';
import styles from './search.module.css';

interface Props {
  readonly placed: AxisNote;
  readonly from: string;
  readonly to: string;
  readonly main: RowProps['main'];
  readonly expanded: boolean;
  readonly onExpand: () => void;
}

/** Nearer to 0 than this is the middle. */
const MIDDLE = 0.05;

/** A note on the line between two poles. */
export function AxisResult({ placed, from, to, main, expanded, onExpand }: Props) {
  const t = useT();
  const { note, position, passage } = placed;
  const where =
    Math.abs(position) < MIDDLE
      ? t('search.axis.middle')
      : t('search.axis.position', { percent: Math.abs(position), pole: position < 0 ? from : to });
  const at = Math.max(-1, Math.min(1, position));
  return (
    <ResultShell
      note={note}
      at={passage}
      main={main}
      foreign={false}
      brief
      expanded={expanded}
      {...(passage && { onExpand })}
    >
      <span className="sr-only">{where}</span>
      <span className={styles.line} title={where} aria-hidden>
        <span className={styles.dot} style={{ left: `${((at + 1) / 2) * 100}%` }} />
      </span>
      {passage && expanded && (
        <span className={styles.passage}>
          <Quote passage={passage} title={note.title} language={note.language} />
        </span>
      )}
    </ResultShell>
  );
}

/** A pole as it is called: its terms, with the signs of those that are taken away. */
export const poleName = ({ terms }: AxisPole): string =>
  terms.map(({ text, weight }) => `${weight < 0 ? '− ' : ''}${text}`).join(', ');

/** Poles nearer than this are hardly two. */
const HARDLY_APART = 0.3;

/** What makes an axis tell little, in sentences. */
export function useAxisCaveats(): (result: Result) => string[] {
  const t = useT();
  const { formatList } = useIntl();
  return (result) => {
    const said: string[] = [];
    if (result.leftOut.length > 0)
      said.push(
        t('search.axis.poles', {
          notes: formatList(
            result.leftOut.map((n) => n.title),
            { type: 'unit' },
          ),
        }),
      );
    if (result.apart < HARDLY_APART) said.push(t('search.axis.alike'));
    for (const pole of [result.from, result.to])
      if (!pole.spokenOf) said.push(t('search.axis.unspoken', { pole: poleName(pole) }));
    const unrelated = result.considered - result.related;
    if (unrelated > 0) said.push(t('search.axis.unrelated', { n: unrelated }));
    return said;
  };
}
