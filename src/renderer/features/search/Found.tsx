import { SearchX } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useIntl } from 'react-intl';
import { readQuery } from '../../../common/query/read-query.ts';
import type { AxisResult as AxisAnswer } from '../../../contract/axis.ts';
import { useT } from '../../i18n/use-t.ts';
import { useChartLook } from '../../state/chart.ts';
import { lookAtAxis } from '../../state/hits.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ResultList, type ResultListHandle } from '../passages/ResultList.tsx';
import { AxisResult, poleName, useAxisCaveats } from './AxisResult.tsx';
import { HitResult } from './HitResult.tsx';
import { SumResult } from './SumResult.tsx';
import styles from './search.module.css';
import { type Found as Answer, MOST, type Seeking } from './seeker.ts';

interface Props {
  readonly found: Answer;
  readonly seeking: Seeking;
  readonly list: RefObject<ResultListHandle | null>;
  readonly onLeaveTop: () => void;
  readonly onMore: () => void;
}

/** What was found, in the way in which it was asked. */
export function Found({ found, seeking, list, onLeaveTop, onMore }: Props) {
  const t = useT();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const row = (id: string) => ({
    expanded: open.has(id),
    onExpand: () =>
      setOpen((was) => {
        const now = new Set(was);
        if (!now.delete(id)) now.add(id);
        return now;
      }),
  });
  const items = itemsOf(found);
  if (items.length === 0) return seeking.pending ? null : <Nothing found={found} text={seeking.text} />;
  const shared = {
    handle: list,
    onLeaveTop,
    label: t('search.results'),
    after: <After found={found} seeking={seeking} onMore={onMore} />,
  };
  switch (found.way) {
    case 'search':
      return (
        <ResultList {...shared} items={found.rows} idOf={(hit) => hit.note.path}>
          {(hit, { main }) => (
            <HitResult hit={hit} listed={found.result.listed} main={main} {...row(hit.note.path)} />
          )}
        </ResultList>
      );
    case 'algebra': {
      const { terms, hits } = found.result;
      const largest = Math.max(0, ...hits.flatMap(({ shares }) => shares.map(Math.abs)));
      return (
        <ResultList {...shared} items={hits} idOf={(hit) => hit.note.path}>
          {(hit, { main }) => (
            <SumResult hit={hit} terms={terms} largest={largest} main={main} {...row(hit.note.path)} />
          )}
        </ResultList>
      );
    }
    case 'axis': {
      const [from, to] = [poleName(found.result.from), poleName(found.result.to)];
      return (
        <ResultList
          {...shared}
          label={t('search.axis.list', { from, to })}
          items={placedIn(found.result)}
          idOf={(placed) => placed.note.path}
          before={
            <div className={styles.poles} aria-hidden>
              <span>{from}</span>
              <span>{to}</span>
            </div>
          }
        >
          {(placed, { main }) => (
            <AxisResult placed={placed} from={from} to={to} main={main} {...row(placed.note.path)} />
          )}
        </ResultList>
      );
    }
  }
}

/** Those that the axis says something about. */
const placedIn = ({ notes }: AxisAnswer) => notes.filter((placed) => placed.related);

const itemsOf = (found: Answer): readonly unknown[] =>
  found.way === 'search' ? found.rows : found.way === 'algebra' ? found.result.hits : placedIn(found.result);

function After({ found, seeking, onMore }: Pick<Props, 'found' | 'seeking' | 'onMore'>) {
  const t = useT();
  const caveats = useCaveats()(found);
  const more = found.way !== 'axis' && itemsOf(found).length >= seeking.limit && seeking.limit < MOST;
  return (
    <div className={styles.after}>
      {more && (
        <Button look="quiet" small onPress={onMore}>
          {t('search.more')}
        </Button>
      )}
      {found.way === 'axis' && (
        <Button look="quiet" small onPress={toChart}>
          {t('chart.axis.offer')}
        </Button>
      )}
      {caveats.map((caveat) => (
        <p key={caveat}>{caveat}</p>
      ))}
    </div>
  );
}

/** The axis as a line on the chart. */
function toChart(): void {
  lookAtAxis('line');
  const { view, set } = useChartLook.getState();
  if (view === 'note') set({ view: 'chart' });
}

/** What makes an answer less good than it could be, and what it leaves out, in sentences. */
function useCaveats(): (found: Answer) => string[] {
  const t = useT();
  const { formatList } = useIntl();
  const ofAxis = useAxisCaveats();
  return (found) => {
    const said: string[] = [];
    const { coverage } = found.result;
    const share = Math.floor(coverage * 100) / 100;
    if (found.way === 'search') {
      if (coverage < 1) said.push(t('related.coverage', { share }));
      return said;
    }
    if (found.way === 'axis') said.push(...ofAxis(found.result));
    else {
      const { leftOut, terms } = found.result;
      if (leftOut.length > 0)
        said.push(
          t('search.leftOut', {
            notes: formatList(
              leftOut.map((n) => n.title),
              { type: 'unit' },
            ),
          }),
        );
      for (const { text, cut } of terms) if (cut) said.push(t('search.cut', { term: text.slice(0, 60) }));
    }
    if (coverage < 1) said.push(t('search.coverage', { share }));
    return said;
  };
}

function Nothing({ found, text }: { readonly found: Answer; readonly text: string }) {
  const t = useT();
  const caveats = useCaveats()(found);
  const { parts } = readQuery(text);
  const words =
    found.way !== 'search'
      ? t('search.nothing.sum')
      : parts.some((part) => part.kind === 'phrase')
        ? t('search.nothing.phrase')
        : parts.some((part) => part.kind === 'filter')
          ? t('search.nothing.filter')
          : t('search.nothing.words');
  return (
    <Empty icon={SearchX} title={t('search.nothing.title')}>
      <p>{words}</p>
      {caveats.map((caveat) => (
        <p key={caveat}>{caveat}</p>
      ))}
    </Empty>
  );
}
