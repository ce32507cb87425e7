import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useEngine } from '../../../app/context.ts';
import { useT } from '../../../i18n/use-t.ts';
import { readSubpath } from '../note/places.ts';
import { noteQuery } from '../note/queries.ts';
import { NotePart } from '../view/EmbeddedNote.tsx';
import noteStyles from '../view/note.module.css';
import { NoteContextProvider, useNoteContext } from '../view/note-context.ts';
import styles from './preview.module.css';
import { type Previewed, usePreviewed } from './use-previewed.ts';

/** Blocks shown of a note: what one can take in at a glance. */
const MOST = 12;

/** What a link leads to, shown beside it while it is pointed at or focused. */
export function Preview({ scroller }: { readonly scroller: RefObject<HTMLElement | null> }) {
  const card = useRef<HTMLDivElement>(null);
  const previewed = usePreviewed(scroller, card);
  if (!previewed) return null;
  return createPortal(
    <div ref={card} className={styles.layer} data-preview-card>
      <Card key={`${previewed.path}#${previewed.part}`} previewed={previewed} />
    </div>,
    document.body,
  );
}

function Card({ previewed }: { readonly previewed: Previewed }) {
  const t = useT();
  const { path, part, box } = previewed;
  const { data } = useQuery(noteQuery(useEngine(), path));
  const element = useRef<HTMLDivElement>(null);
  const [style, setStyle] = useState<CSSProperties>({ visibility: 'hidden' });
  const around = useNoteContext();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a card with its note in it has another size
  useLayoutEffect(() => {
    const { width, height } = element.current!.getBoundingClientRect();
    const below = box.bottom + 6 + height < innerHeight || box.top < innerHeight - box.bottom;
    setStyle({
      left: Math.max(8, Math.min(box.left, innerWidth - width - 8)),
      ...(below ? { top: box.bottom + 6 } : { bottom: innerHeight - box.top + 6 }),
      maxHeight: Math.min(360, below ? innerHeight - box.bottom - 14 : box.top - 14),
    });
  }, [box, data]);
  if (!data) return <div ref={element} style={{ visibility: 'hidden' }} />;
  const subpath = part ? readSubpath(`#${part}`) : null;
  return (
    <div
      ref={element}
      role="tooltip"
      aria-label={t('reader.preview', { title: data.note.title })}
      className={styles.card}
      style={style}
    >
      <p className={styles.title}>{data.note.title}</p>
      {data.note.kind === 'markdown' && (
        // Nothing is fetched from other machines for a glance.
        <NoteContextProvider value={{ ...around, trail: ['', '', ''], remote: false, allowRemote: () => {} }}>
          <div className={noteStyles.page} data-small>
            <NotePart note={data} subpath={subpath} most={MOST} />
          </div>
        </NoteContextProvider>
      )}
    </div>
  );
}
