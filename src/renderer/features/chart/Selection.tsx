import { ListFilter, X } from 'lucide-react';
import { useMemo } from 'react';
import { useHost } from '../../app/context.ts';
import type { ChartModel } from '../../chart/model.ts';
import { topicsOf } from '../../chart/topics.ts';
import { useErrorText } from '../../i18n/use-error-text.ts';
import { useT } from '../../i18n/use-t.ts';
import { announce } from '../../state/announce.ts';
import { useChartLook } from '../../state/chart.ts';
import { useSelected } from '../../state/selection.ts';
import { useSession } from '../../state/session.ts';
import { useTabs } from '../../state/tabs.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { copyText } from '../passages/copy-text.ts';
import { linkTo } from '../passages/vault-names.ts';
import { nameOfRegion } from './names.ts';
import styles from './Selection.module.css';
import { saveText } from './save.ts';

/** Notes that are opened at once at most, and listed. */
const MOST_OPENED = 12;
const MOST_LISTED = 300;

interface Props {
  readonly model: ChartModel;
  /** Indexes of the notes, never none. */
  readonly notes: readonly number[];
  readonly onChoose: (note: number) => void;
  readonly onClear: () => void;
}

/** The notes that a line was drawn around: what they have in common, and what can be done with them together. */
export function Selection({ model, notes, onChoose, onClear }: Props) {
  const t = useT();
  const sorted = useMemo(
    () => [...notes].sort((a, b) => model.degrees[b]! - model.degrees[a]! || a - b),
    [model, notes],
  );
  const titleOf = (i: number) => model.notes[i]?.title ?? model.paths[i]!;
  const openAll = () => {
    for (const i of sorted) useTabs.getState().open(model.paths[i]!, { newTab: true });
    const { view, set } = useChartLook.getState();
    if (view === 'chart') set({ view: 'note' });
  };
  const host = useHost();
  const dialogs = useSession((s) => s.about?.dialogs ?? false);
  const errorText = useErrorText();
  const { narrowing, narrow } = useSelected();
  const list = () =>
    sorted.map((i) => `- ${linkTo({ path: model.paths[i]!, title: titleOf(i) })}\n`).join('');
  const save = async () => {
    const name = await saveText(t('chart.selection.file'), list(), { host, dialogs });
    if (name !== null) announce(t('chart.selection.saved', { notes: notes.length, name }));
  };
  const copy = async () => {
    const copied = await copyText(list());
    announce(t(copied ? 'chart.selection.copied' : 'chart.selection.notCopied', { notes: notes.length }));
  };
  return (
    <aside className={styles.selection} aria-label={t('chart.selection')}>
      <header className={styles.head}>
        <h2>{t('chart.selection.notes', { notes: notes.length })}</h2>
        <IconButton icon={X} label={t('chart.selection.clear')} onPress={onClear} />
      </header>
      <Topics model={model} notes={notes} />
      <ul className={styles.notes}>
        {sorted.slice(0, MOST_LISTED).map((i) => (
          <li key={model.paths[i]}>
            <button type="button" onClick={() => onChoose(i)}>
              {titleOf(i)}
            </button>
          </li>
        ))}
        {sorted.length > MOST_LISTED && (
          <li className={styles.rest}>{t('chart.selection.more', { notes: sorted.length - MOST_LISTED })}</li>
        )}
      </ul>
      <footer className={styles.actions}>
        <Button small isDisabled={notes.length > MOST_OPENED} onPress={openAll}>
          {t('chart.selection.open')}
        </Button>
        <Button small onPress={() => void copy()}>
          {t('chart.selection.copy')}
        </Button>
        <Button small onPress={() => void save().catch((error) => announce(errorText(error).what))}>
          {t('chart.selection.save')}
        </Button>
        <button
          type="button"
          className={styles.narrow}
          aria-pressed={narrowing}
          onClick={() => narrow(!narrowing)}
        >
          <ListFilter size={14} aria-hidden />
          {t('chart.selection.narrow')}
        </button>
        {notes.length > MOST_OPENED && <p>{t('chart.selection.tooMany', { most: MOST_OPENED })}</p>}
      </footer>
    </aside>
  );
}

function Topics({ model, notes }: Pick<Props, 'model' | 'notes'>) {
  const t = useT();
  const { regions, tags } = useMemo(() => topicsOf(model, notes), [model, notes]);
  if (regions.length + tags.length === 0) return null;
  return (
    <dl className={styles.topics}>
      <dt>{t('chart.selection.topics')}</dt>
      {regions.map(({ region, notes: n }) => (
        <dd key={region.id}>
          <span>{nameOfRegion(region)}</span>
          <em>{n}</em>
        </dd>
      ))}
      {tags.map(({ tag, notes: n }) => (
        <dd key={tag}>
          <span>#{tag}</span>
          <em>{n}</em>
        </dd>
      ))}
    </dl>
  );
}
