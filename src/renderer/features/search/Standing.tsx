import { useIntl } from 'react-intl';
import { useT } from '../../i18n/use-t.ts';
import styles from './search.module.css';
import type { Found, Seeking } from './seeker.ts';

interface Props {
  readonly seeking: Seeking;
  readonly onOnly: (language: string) => void;
  readonly onAsWords: () => void;
  readonly onNewer: () => void;
}

/** How the answer stands, in a line that is always there: what comes and goes in it moves nothing below. */
export function Standing({ seeking, onOnly, onAsWords, onNewer }: Props) {
  const t = useT();
  const { formatDisplayName } = useIntl();
  const { found, mistake, pending, limit, text } = seeking;
  if (!found || (mistake && !(found.way === 'search' && found.text === text)))
    return <div className={styles.standing} role="status" />;
  const search = found.way === 'search' ? found : null;
  const count = sizeOf(found);
  const said: string[] = [];
  if (count > 0)
    said.push(
      found.way !== 'axis' && count >= limit
        ? t('search.first', { n: count })
        : t('search.count', { n: count }),
    );
  if (search?.result.listed) said.push(t('search.newest'));
  const language = search?.rows.some((hit) => hit.otherLanguage) ? search.result.language : 'und';
  return (
    <>
      <div className={styles.standing}>
        <span role="status">
          {said.join(' · ')}
          {pending === 'meaning' && search && (
            <span className={styles.pending}> · {t('search.pending')}</span>
          )}
        </span>
        {seeking.newer && (
          <button type="button" className={styles.updated} title={t('related.updatedLong')} onClick={onNewer}>
            {t('related.updated')}
          </button>
        )}
        {language !== 'und' && (
          <button type="button" className={styles.only} onClick={() => onOnly(language)}>
            {t('search.only', { language: formatDisplayName(language, { type: 'language' }) ?? language })}
          </button>
        )}
        {found.way === 'algebra' && seeking.way === 'search' && (
          <button type="button" className={styles.only} onClick={onAsWords}>
            {t('search.asWords')}
          </button>
        )}
      </div>
      {search?.meaning && search.result.wordsOnly && !search.result.listed && (
        <p className={styles.caveat}>{t('search.wordsOnly')}</p>
      )}
      {search?.meaning && search.result.queryCut && <p className={styles.caveat}>{t('search.queryCut')}</p>}
    </>
  );
}

function sizeOf(found: Found): number {
  switch (found.way) {
    case 'search':
      return found.rows.length;
    case 'algebra':
      return found.result.hits.length;
    case 'axis':
      return found.result.notes.filter((placed) => placed.related).length;
  }
}
