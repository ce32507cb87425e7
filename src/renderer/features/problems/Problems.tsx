import { Anchor, Copy, RotateCw } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { useT } from '../../i18n/use-t.ts';
import { announce } from '../../state/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { CodedError } from '../../ui/CodedError.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { useStatus } from '../status/use-status.ts';
import { asText, FILTERS, type Filter, isProblem, type Told } from './entries.ts';
import { List } from './List.tsx';
import styles from './Problems.module.css';
import { useRetry } from './use-retry.ts';
import { useTold } from './use-told.ts';

/** The ledger: filters above, files in the middle, what can be done with all of them below. */
export function Problems() {
  const t = useT();
  const intl = useIntl();
  const status = useStatus();
  const [filter, setFilter] = useState<Filter>('all');
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const { told, error } = useTold(status?.counts, filter);
  const retry = useRetry();
  const shown = useMemo(() => matching(told ?? [], wanted), [told, wanted]);
  const again = shown.filter(({ entry }) => isProblem(entry)).map(({ entry }) => entry.path);
  const writer = status?.writer ?? false;
  const copy = async () => {
    await navigator.clipboard.writeText(asText(shown));
    announce(t('problems.copied', { count: shown.length }));
  };
  return (
    <>
      <div className={styles.head}>
        <SegmentedControl
          label={t('problems.filter')}
          value={filter}
          onChange={setFilter}
          segments={FILTERS.map((value) => ({
            value,
            label: t(`problems.${value}`),
            ...(status && counted(status.counts, value, intl.formatNumber)),
          }))}
        />
        <SearchField
          label={t('problems.search')}
          value={text}
          onChange={setText}
          className={styles.search!}
        />
      </div>
      <p className={styles.explained}>{t(`problems.explain.${filter}`)}</p>
      {(error ?? retry.error) != null && (
        <div className={styles.error}>
          <CodedError error={error ?? retry.error} />
        </div>
      )}
      {told && shown.length > 0 && <List told={shown} retry={retry} writer={writer} />}
      {told && shown.length === 0 && <Nothing filter={filter} text={wanted} onClear={() => setText('')} />}
      {!told && <div className={styles.list} />}
      <footer className={styles.foot}>
        <span className={styles.count} aria-live="polite">
          {told && t('problems.shown', { count: shown.length })}
        </span>
        <Button isDisabled={shown.length === 0} onPress={() => void copy().catch(() => {})}>
          <Copy size={14} aria-hidden />
          {t('problems.copy')}
        </Button>
        <Button isDisabled={!writer || again.length === 0} onPress={() => retry.retry(again)}>
          <RotateCw size={14} aria-hidden />
          {t('problems.retryAll')}
        </Button>
      </footer>
    </>
  );
}

interface NothingProps {
  readonly filter: Filter;
  readonly text: string;
  readonly onClear: () => void;
}

function Nothing({ filter, text, onClear }: NothingProps) {
  const t = useT();
  return (
    <div className={styles.list}>
      {text !== '' ? (
        <Empty
          title={t('problems.none.match', { text })}
          actions={<Button onPress={onClear}>{t('problems.none.clear')}</Button>}
        />
      ) : filter === 'all' ? (
        <Empty icon={Anchor} title={t('problems.none.title')}>
          {t('problems.none.text')}
        </Empty>
      ) : (
        <Empty icon={Anchor} title={t(`problems.none.${filter}`)} />
      )}
    </div>
  );
}

/** Those whose path, reason or code holds every word that was typed. */
function matching(told: readonly Told[], text: string): readonly Told[] {
  const fold = (s: string) => s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return told;
  return told.filter(({ entry, words: said }) => {
    const all = fold([entry.path, ...said.what, said.code].join(' '));
    return words.every((word) => all.includes(word));
  });
}

/** Only counts that the status knows are shown. */
function counted(
  counts: { readonly failed: number; readonly skipped: number; readonly waiting: number },
  filter: Filter,
  format: (n: number) => string,
): { count: string } | undefined {
  if (filter === 'all' || filter === 'odd') return undefined;
  return { count: format(counts[filter]) };
}
