import { useIntl } from 'react-intl';
import type { AlgebraHit, AlgebraTerm } from '../../../contract/algebra.ts';
import { useT } from '../../i18n/use-t.ts';
import { Quote } from '../passages/Quote.tsx';
import type { RowProps } from '../passages/ResultList.tsx';
import { ResultShell } from '../passages/ResultShell.tsx';
import styles from './search.module.css';

interface Props {
  readonly hit: AlgebraHit;
  readonly terms: readonly AlgebraTerm[];
  /** The largest share of any term in any hit: what a full bar stands for. */
  readonly largest: number;
  readonly main: RowProps['main'];
  readonly expanded: boolean;
  readonly onExpand: () => void;
}

const GLANCE = 160;

/** A note that an expression found, with what every term adds to its nearness or takes from it. */
export function SumResult({ hit, terms, largest, main, expanded, onExpand }: Props) {
  const t = useT();
  const { formatNumber } = useIntl();
  const { note, passages, score, shares } = hit;
  const hundredths = (n: number, sign: 'always' | 'auto') =>
    formatNumber(Math.round(n * 100), { signDisplay: sign === 'always' ? 'exceptZero' : 'auto' });
  const [best] = passages;
  return (
    <ResultShell
      note={note}
      at={best ?? null}
      main={main}
      foreign={false}
      figure={hundredths(score, 'auto')}
      expanded={expanded}
      {...(best && { onExpand })}
    >
      <ul className={styles.shares} aria-label={t('search.shares')}>
        {terms.map((term, i) => {
          const share = shares[i] ?? 0;
          const width = largest > 0 ? (Math.abs(share) / largest) * 50 : 0;
          return (
            <li key={`${term.start}`} className={styles.termShare}>
              <span className={styles.termName}>{term.note?.title ?? term.text}</span>
              <span className={styles.scale} aria-hidden>
                <span
                  className={share < 0 ? styles.less : styles.more}
                  style={{ width: `${width}%`, [share < 0 ? 'right' : 'left']: '50%' }}
                />
              </span>
              <span className={styles.termFigure}>{hundredths(share, 'always')}</span>
            </li>
          );
        })}
      </ul>
      {best && (
        <span className={expanded ? undefined : styles.glanceTwo}>
          <Quote
            passage={best}
            room={expanded ? undefined : GLANCE}
            title={note.title}
            language={note.language}
          />
        </span>
      )}
    </ResultShell>
  );
}
