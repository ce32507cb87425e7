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
  const hundredths = (n: number, signDisplay: 'exceptZero' | 'auto') =>
    formatNumber(Math.round(n * 100) || 0, { signDisplay }).replace('-', '−');
  // A term that is taken away adds to what is far from it: its sign is part of its name.
  const said = terms
    .map(({ start, text, weight, note: named }, i) => ({
      key: start,
      name: `${weight < 0 ? '− ' : ''}${named?.title ?? text}`,
      share: shares[i] ?? 0,
    }))
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
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
      {expanded ? (
        <ul className={styles.shares} aria-label={t('search.shares')}>
          {said.map(({ key, name, share }) => (
            <li key={key} className={styles.termShare}>
              <span className={styles.termName}>{name}</span>
              <span className={styles.scale} aria-hidden>
                <span
                  className={share < 0 ? styles.less : styles.more}
                  style={{
                    width: `${largest > 0 ? (Math.abs(share) / largest) * 50 : 0}%`,
                    [share < 0 ? 'right' : 'left']: '50%',
                  }}
                />
              </span>
              <span className={styles.termFigure}>{hundredths(share, 'exceptZero')}</span>
            </li>
          ))}
        </ul>
      ) : (
        <span className={styles.sharesLine} title={t('search.shares')}>
          {said.map(({ key, name, share }) => (
            <span key={key}>
              {name}{' '}
              <b className={share < -0.005 ? styles.taken : undefined}>{hundredths(share, 'exceptZero')}</b>
            </span>
          ))}
        </span>
      )}
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
