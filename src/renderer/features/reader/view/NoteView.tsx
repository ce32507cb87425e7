import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { useSession } from '../../../state/session.ts';
import { placeOf, useTabs } from '../../../state/tabs.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Preview } from '../preview/Preview.tsx';
import { useReaderPort } from '../reader-port.ts';
import { Body, type BodyHandle } from './Body.tsx';
import { type FootnoteJump, FootnoteJumpContext } from './footnote-jump.ts';
import { NoteBar } from './NoteBar.tsx';
import styles from './note.module.css';
import { linkFinder, type NoteContext, NoteContextProvider } from './note-context.ts';
import { Properties } from './Properties.tsx';
import { useArrival } from './use-arrival.ts';
import { useLights } from './use-lights.ts';
import { useReadingPosition } from './use-reading-position.ts';
import type { Shown } from './use-shown.ts';
import { useStay } from './use-stay.ts';

/** A note on the page, to be read. */
export function NoteView({ shown, below }: { readonly shown: Shown; readonly below?: ReactNode }) {
  const t = useT();
  const { note, rendering } = shown;
  const { path, title } = note.note;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<BodyHandle>(null);
  const look = useReadingPosition(scroller, body, path);
  const { light, relight } = useLights(body, path);
  useStay(shown, scroller, body);
  const { arrive, jump } = useArrival(shown, { scroller, body, light });
  const onDrawn = useCallback(() => {
    relight();
    arrive();
    look();
  }, [relight, arrive, look]);
  useLayoutEffect(onDrawn, [onDrawn]);

  useEffect(() => {
    useReaderPort.setState({ note, jump });
    return () => useReaderPort.setState({ note: null, jump: null });
  }, [note, jump]);

  const always = useSession((s) => s.settings?.remoteImages ?? false);
  const [allowed, setAllowed] = useState<string | null>(null);
  const remote = always || allowed === path;
  const named = rendering.blocks[0]?.node.tagName === 'h1' && note.headings[0]?.text === title;
  const context = useMemo<NoteContext>(
    () => ({
      path,
      title,
      linkAt: linkFinder(note.links),
      trail: [path],
      remote,
      allowRemote: () => setAllowed(path),
      jump,
      namesItself: named,
    }),
    [path, title, note.links, remote, jump, named],
  );
  const jumpToFootnote = useFootnoteJump(shown, body);
  const empty = rendering.done && rendering.blocks.length === 0 && !rendering.properties?.entries.length;
  return (
    <NoteContextProvider value={context}>
      <FootnoteJumpContext value={jumpToFootnote}>
        <NoteBar note={note.note} />
        <section
          ref={scroller}
          className={styles.scroller}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
          tabIndex={0}
          aria-label={t('reader.note', { title })}
        >
          <article className={styles.page} aria-busy={!rendering.done}>
            <h1 className={styles.title}>{title}</h1>
            <Oddities names={note.oddities} />
            {rendering.properties && <Properties properties={rendering.properties} />}
            {empty && <Empty title={t('reader.empty')}>{t('reader.emptyHelp')}</Empty>}
            <div className={named ? styles.namesItself : undefined}>
              <Body
                key={path}
                blocks={rendering.blocks}
                length={note.text.length}
                fromTop={isFromTop(path)}
                scroller={scroller}
                handle={body}
                onDrawn={onDrawn}
              />
            </div>
            {!rendering.done && (
              <p className={styles.reason} role="status">
                {t('reader.rendering')}
              </p>
            )}
            {below}
          </article>
        </section>
        <Preview scroller={scroller} />
      </FootnoteJumpContext>
    </NoteContextProvider>
  );
}

/** Whether the tab asks for nothing but the note. */
function isFromTop(path: string): boolean {
  const place = placeOf(useTabs.getState());
  if (place?.path !== path) return true;
  return !place.scroll && !place.at && !place.heading && !place.block;
}

/** What readers should know of the file before they wonder; what is shown in its place says so itself. */
const TOLD = [
  'invalid-utf8',
  'invalid-utf16',
  'windows-1252',
  'nul-bytes',
  'mojibake',
  'too-many-links',
] as const;

function Oddities({ names }: { readonly names: readonly string[] }) {
  const t = useT();
  return TOLD.filter((name) => names.includes(name)).map((name) => (
    <p key={name} className={styles.reason}>
      {t(`problems.odd.${name}`)}
    </p>
  ));
}

/** From a footnote's number to its text and back, through parts of the note that are not drawn. */
function useFootnoteJump({ rendering }: Shown, body: React.RefObject<BodyHandle | null>): FootnoteJump {
  const { blocks } = rendering;
  return useCallback(
    (from, label, to) => {
      const name = to === 'text' ? 'data-footnote-text' : 'data-footnote';
      const find = (root: HTMLElement) => root.querySelector<HTMLElement>(`[${name}="${CSS.escape(label)}"]`);
      const foreign = from.closest<HTMLElement>('[data-foreign]');
      const block =
        to === 'text' ? blocks.length - 1 : blocks.findIndex(({ footnotes }) => footnotes.includes(label));
      if (foreign) find(foreign)?.scrollIntoView({ block: 'center' });
      else body.current?.revealIn(block, find);
      const target = find(foreign ?? body.current?.root ?? document.body);
      target?.focus({ preventScroll: true });
    },
    [blocks, body],
  );
}
