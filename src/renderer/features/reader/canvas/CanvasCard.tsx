import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEngine } from '../../../app/context.ts';
import { useT } from '../../../i18n/use-t.ts';
import { cx } from '../../../ui/cx.ts';
import { readAddress } from '../markdown/address.ts';
import { readSubpath } from '../note/places.ts';
import { noteQuery } from '../note/queries.ts';
import { useRendering } from '../note/rendering.ts';
import { BlockView } from '../view/BlockView.tsx';
import { NotePart } from '../view/EmbeddedNote.tsx';
import { Attachment } from '../view/elements/Attachment.tsx';
import { ExternalLink, Refused, ToNote } from '../view/elements/links.tsx';
import noteStyles from '../view/note.module.css';
import { useNoteContext } from '../view/note-context.ts';
import styles from './canvas.module.css';
import { colourOf } from './colour.ts';
import type { Card } from './read-canvas.ts';

/** Blocks of a note that a card shows. */
const MOST = 20;

/** One card where it was put. */
export function CanvasCard({ card }: { readonly card: Card }) {
  const { x, y, width, height } = card;
  const colour = colourOf(card.color);
  const style = { left: x, top: y, width, height, ...(colour && { '--card': colour }) };
  if (card.type === 'group')
    return (
      <div className={cx(styles.group, colour && styles.coloured)} style={style}>
        {card.label && <span className={styles.label}>{card.label}</span>}
      </div>
    );
  return (
    <div className={cx(styles.card, colour && styles.coloured)} style={style}>
      {card.type === 'text' && <Text text={card.text} />}
      {card.type === 'file' && <File file={card.file} subpath={card.subpath} />}
      {card.type === 'link' && <Web url={card.url} />}
    </div>
  );
}

function CardBody({ children }: { readonly children: ReactNode }) {
  return (
    <div
      className={cx(noteStyles.page, styles.body)}
      data-small
      data-card-body
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a card that is full scrolls by keys
      tabIndex={0}
    >
      {children}
    </div>
  );
}

function Text({ text }: { readonly text: string }) {
  const { blocks } = useRendering(text, false);
  return (
    <CardBody>
      <div data-note-body data-foreign>
        {blocks.map((block, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name
          <BlockView key={i} block={block} />
        ))}
      </div>
    </CardBody>
  );
}

function File({ file, subpath }: { readonly file: string; readonly subpath: string | undefined }) {
  const t = useT();
  const { linkAt } = useNoteContext();
  const link = linkAt(null, `${file}${subpath ?? ''}`) ?? linkAt(null, file);
  const part = readSubpath(subpath ?? '');
  if (link?.to)
    return (
      <>
        <span className={styles.label}>
          <ToNote path={link.to.path} subpath={part}>
            {link.to.title}
          </ToNote>
        </span>
        <NoteFile path={link.to.path} subpath={part} />
      </>
    );
  if (link?.attachment || !/\.(?:md|canvas)$/i.test(file))
    return (
      <div className={styles.media}>
        <Attachment path={link?.attachment ?? file} />
      </div>
    );
  return <span className={noteStyles.missing}>{t('reader.missingFile', { name: file })}</span>;
}

function NoteFile({
  path,
  subpath,
}: {
  readonly path: string;
  readonly subpath: ReturnType<typeof readSubpath>;
}) {
  const { data } = useQuery(noteQuery(useEngine(), path));
  if (data?.note.kind !== 'markdown') return null;
  return (
    <CardBody>
      <div data-foreign>
        <NotePart note={data} subpath={subpath} most={MOST} />
      </div>
    </CardBody>
  );
}

function Web({ url }: { readonly url: string }) {
  const address = readAddress(url);
  return (
    <CardBody>
      {address.kind === 'web' ? (
        <ExternalLink data-url={address.url}>{url}</ExternalLink>
      ) : (
        <Refused data-scheme={address.kind === 'refused' ? address.scheme : ''}>{url}</Refused>
      )}
    </CardBody>
  );
}
