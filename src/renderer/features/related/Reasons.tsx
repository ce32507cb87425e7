import { useIntl } from 'react-intl';
import { useT } from '../../i18n/use-t.ts';
import { openAt, wantsTab } from '../passages/open-at.ts';
import styles from './Reasons.module.css';
import type { Grounds } from './reasons.ts';

type Translate = ReturnType<typeof useT>;

/** A thin bar of what the nearness is made of. */
export function ReasonBar({ grounds }: { readonly grounds: readonly Grounds[] }) {
  return (
    <span className={styles.bar} aria-hidden>
      {grounds.map(({ kind, share }) => (
        <span key={kind} className={styles[kind]} style={{ flexGrow: share }} />
      ))}
    </span>
  );
}

/** All reasons in one line, the largest first. */
export function ReasonLine({ grounds }: { readonly grounds: readonly Grounds[] }) {
  const t = useT();
  const { formatList } = useIntl();
  const said = grounds.map((g) => inWords(g, t, (words) => formatList(words, { type: 'unit' })));
  return <span className={styles.line}>{said.join(' · ')}</span>;
}

/** Every reason with its share, and what it rests on. */
export function ReasonTable({ grounds }: { readonly grounds: readonly Grounds[] }) {
  const t = useT();
  const { formatList } = useIntl();
  return (
    <ul className={styles.table} aria-label={t('related.why')}>
      {grounds.map((g) => (
        <li key={g.kind} className={styles.reason}>
          <span className={styles.share}>{t('related.share', { share: Math.max(0.01, g.share) })}</span>
          <span className={styles.track} aria-hidden>
            <span className={styles[g.kind]} style={{ width: `${Math.round(g.share * 100)}%` }} />
          </span>
          <span className={styles.said}>
            {g.notes.length > 0
              ? t.rich('related.why.links', { what: <Notes notes={g.notes} /> })
              : inWords(g, t, (words) => formatList(words, { type: 'unit' }))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Notes({ notes }: { readonly notes: Grounds['notes'] }) {
  return notes.map(({ path, title }, i) => (
    <span key={path}>
      {i > 0 && ', '}
      <button
        type="button"
        tabIndex={-1}
        className={styles.note}
        onClick={(e) => openAt(path, null, wantsTab(e))}
      >
        {title}
      </button>
    </span>
  ));
}

function inWords(g: Grounds, t: Translate, list: (words: readonly string[]) => string): string {
  switch (g.kind) {
    case 'meaning':
      return t('related.why.meaning');
    case 'words':
      return g.words.length > 0
        ? t('related.why.words', { what: list(g.words) })
        : t('related.why.words.bare');
    case 'links':
      return g.notes.length > 0
        ? t('related.why.links', { what: list(g.notes.map((n) => n.title)) })
        : t('related.why.links.bare');
    case 'names':
      return t(`related.why.names.${g.says ?? 'bare'}`);
    case 'tags':
      return g.words.length > 0
        ? t('related.why.tags', { what: g.words.join(' ') })
        : t('related.why.tags.bare');
  }
}
