import { useQueryClient } from '@tanstack/react-query';
import { FileX2 } from 'lucide-react';
import { lazy, Suspense, useEffect } from 'react';
import { hasCode } from '../../../../common/errors.ts';
import { useT } from '../../../i18n/use-t.ts';
import { afterPaint } from '../../../state/after-paint.ts';
import { firstSight } from '../../../state/first-sight.ts';
import { useReading } from '../../../state/reading.ts';
import { placeOf, useTabs } from '../../../state/tabs.ts';
import { Button } from '../../../ui/Button.tsx';
import { CodedError } from '../../../ui/CodedError.tsx';
import { cx } from '../../../ui/cx.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { warmRenderer } from '../note/growing.ts';
import { EmbeddedNote } from './EmbeddedNote.tsx';
import { NoteView } from './NoteView.tsx';
import styles from './note.module.css';
import { EmbeddedNoteContext } from './note-context.ts';
import { useFresh } from './use-fresh.ts';
import { useReaderCommands } from './use-reader-commands.ts';
import { useShown } from './use-shown.ts';
import 'katex/dist/katex.min.css';

const CanvasView = lazy(() => import('../canvas/CanvasView.tsx').then((m) => ({ default: m.CanvasView })));

/** The note of the tab that is shown. */
export function Reader() {
  const path = useTabs((s) => placeOf(s)?.path ?? null);
  useEffect(warmRenderer, []);
  if (path === null) return null;
  return (
    <EmbeddedNoteContext value={EmbeddedNote}>
      <Shown path={path} />
    </EmbeddedNoteContext>
  );
}

function Shown({ path }: { readonly path: string }) {
  const t = useT();
  const { shown, waiting, error, retry } = useShown(path);
  useFresh(path, shown?.note ?? null);
  useReaderCommands(shown?.note.note ?? null);
  const settled = shown !== null || error !== null;
  useEffect(() => (settled ? afterPaint(firstSight.shown) : undefined), [settled]);
  if (error) return <NotShown path={path} error={error} onRetry={retry} />;
  if (!shown) return <div className={styles.waiting} role="status" aria-label={t('reader.loading')} />;
  return (
    <div className={cx(styles.reader, waiting && styles.stale)} aria-busy={waiting}>
      {shown.note.note.kind === 'canvas' ? (
        <Suspense
          fallback={<div className={styles.waiting} role="status" aria-label={t('reader.loading')} />}
        >
          <CanvasView note={shown.note} />
        </Suspense>
      ) : (
        <NoteView shown={shown} />
      )}
    </div>
  );
}

interface NotShownProps {
  readonly path: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Why there is no note to read, and what can be done. */
function NotShown({ path, error, onRetry }: NotShownProps) {
  const t = useT();
  const queries = useQueryClient();
  useEffect(() => {
    useReading.getState().show(null);
  }, []);
  const gone = hasCode(error, 'NOTE_NOT_FOUND') || hasCode(error, 'FILE_VANISHED');
  const retry = () => {
    void queries.invalidateQueries({ queryKey: ['reader', 'note', path] });
    onRetry();
  };
  const actions = (
    <>
      <Button small onPress={retry}>
        {t('reader.retry')}
      </Button>
      <Button small look="quiet" onPress={() => useTabs.getState().close(useTabs.getState().active)}>
        {t('reader.closeTab')}
      </Button>
    </>
  );
  return (
    <div className={styles.notShown}>
      {gone ? (
        <Empty icon={FileX2} title={t('reader.gone')} actions={actions}>
          {t('reader.goneHelp', { path })}
        </Empty>
      ) : (
        <CodedError error={error} actions={actions} />
      )}
    </div>
  );
}
