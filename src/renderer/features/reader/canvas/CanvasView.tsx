import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { reasonOf } from '../../../../common/errors.ts';
import type { NoteText } from '../../../../contract/note.ts';
import { useT } from '../../../i18n/use-t.ts';
import { useReading } from '../../../state/reading.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useReaderPort } from '../reader-port.ts';
import { NoteBar } from '../view/NoteBar.tsx';
import { linkFinder, type NoteContext, NoteContextProvider } from '../view/note-context.ts';
import { CanvasCard } from './CanvasCard.tsx';
import styles from './canvas.module.css';
import { Edges } from './Edges.tsx';
import { boundsOf } from './geometry.ts';
import { type Canvas, readCanvas } from './read-canvas.ts';
import { usePanZoom } from './use-pan-zoom.ts';

/** A canvas: its cards where they were put, to be moved over and read. */
export function CanvasView({ note }: { readonly note: NoteText }) {
  const t = useT();
  const read = useMemo(() => tryRead(note.text), [note.text]);
  const { path, title } = note.note;
  useEffect(() => {
    useReading.getState().show(path);
    useReaderPort.setState({ note, jump: null });
    return () => {
      useReading.getState().show(null);
      useReaderPort.setState({ note: null, jump: null });
    };
  }, [note, path]);
  const context = useMemo<NoteContext>(
    () => ({
      path,
      title,
      linkAt: linkFinder(note.links),
      trail: [path],
      remote: false,
      allowRemote() {},
      jump: null,
    }),
    [path, title, note.links],
  );
  return (
    <NoteContextProvider value={context}>
      <NoteBar key={`bar ${path}`} note={note.note} />
      <h1 className="sr-only">{title}</h1>
      {'reason' in read ? (
        <div className={styles.broken}>
          <ErrorNote what={t('reader.canvasBroken', { reason: read.reason })} />
          <pre>{note.text.slice(0, 20_000)}</pre>
        </div>
      ) : read.canvas.cards.length === 0 ? (
        <Empty title={t('reader.canvasEmpty')} />
      ) : (
        <Surface key={`cards ${path}`} canvas={read.canvas} title={title} />
      )}
    </NoteContextProvider>
  );
}

function tryRead(text: string): { readonly canvas: Canvas } | { readonly reason: string } {
  try {
    return { canvas: readCanvas(text) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function Surface({ canvas, title }: { readonly canvas: Canvas; readonly title: string }) {
  const t = useT();
  const surface = useRef<HTMLDivElement>(null);
  const bounds = useMemo(() => boundsOf(canvas.cards), [canvas]);
  const { view, fit, zoom } = usePanZoom(surface, bounds);
  // Groups lie under what is in them; the larger ones lowest.
  const cards = useMemo(
    () =>
      canvas.cards.toSorted(
        (a, b) =>
          Number(b.type === 'group') - Number(a.type === 'group') ||
          (a.type === 'group' ? b.width * b.height - a.width * a.height : 0),
      ),
    [canvas],
  );
  return (
    <div className={styles.frame}>
      <section
        ref={surface}
        className={styles.surface}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: moved over by keys
        tabIndex={0}
        aria-label={t('reader.canvas', { title })}
        aria-description={t('reader.canvasHelp')}
      >
        <div
          className={styles.world}
          style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
        >
          {cards.map((card) => (
            <CanvasCard key={card.id} card={card} />
          ))}
          <Edges canvas={canvas} bounds={bounds} />
        </div>
      </section>
      <div className={styles.tools}>
        <span>{t('reader.canvasCards', { count: canvas.cards.length })}</span>
        <IconButton icon={ZoomOut} label={t('reader.canvasOut')} onPress={() => zoom(0.8)} placement="top" />
        <IconButton icon={ZoomIn} label={t('reader.canvasIn')} onPress={() => zoom(1.25)} placement="top" />
        <IconButton icon={Maximize} label={t('reader.canvasFit')} onPress={fit} placement="top" />
      </div>
    </div>
  );
}
