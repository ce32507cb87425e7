import type { MouseEvent, ReactNode } from 'react';
import { useHost } from '../../../../app/context.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { announce } from '../../../../state/announce.ts';
import { useLayout } from '../../../../state/layout.ts';
import { useTabs } from '../../../../state/tabs.ts';
import { cx } from '../../../../ui/cx.ts';
import { wantsTab } from '../../../passages/open-at.ts';
import { noteAddress } from '../../note/address.ts';
import { readSubpath, type Subpath } from '../../note/places.ts';
import styles from '../note.module.css';
import { useNoteContext } from '../note-context.ts';

interface NoteLinkProps {
  readonly 'data-target': string;
  readonly 'data-from'?: string | number;
  readonly children?: ReactNode;
}

/** A link to a note, a heading, a block or a file of the vault. */
export function NoteLink({ 'data-target': target, 'data-from': from, children }: NoteLinkProps) {
  const t = useT();
  const { linkAt, path } = useNoteContext();
  const link = linkAt(from === undefined ? null : Number(from), target);
  const subpath = readSubpath(target);
  const own = target.trim().startsWith('#');
  const to = link?.to?.path ?? (own ? path : null);
  const shown = children && (!Array.isArray(children) || children.length) ? children : target;
  if (link?.attachment)
    return (
      <span className={styles.fileLink} title={t('reader.file', { name: link.attachment })}>
        {shown}
      </span>
    );
  if (to === null)
    return (
      <span className={styles.unresolved} title={t('reader.unresolved', { target })}>
        {shown}
        <span className={cx('sr-only', styles.notCopied)}> ({t('reader.unresolved', { target })})</span>
      </span>
    );
  return (
    <ToNote path={to} subpath={subpath} className={styles.wikilink}>
      {shown}
    </ToNote>
  );
}

interface ToNoteProps {
  readonly path: string;
  readonly subpath: Subpath | null;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Opens a note at a place: in this tab, or with Ctrl, Cmd or the middle button in another one. */
export function ToNote({ path, subpath, className, children }: ToNoteProps) {
  const part = subpath?.block ? `^${subpath.block}` : subpath?.headings.join('#');
  const open = (event: MouseEvent) => {
    event.preventDefault();
    useTabs.getState().open(path, { newTab: wantsTab(event), ...placeIn(subpath) });
  };
  return (
    <a
      className={className}
      href={noteAddress(path)}
      draggable={false}
      data-preview={path}
      data-preview-part={part}
      onClick={open}
      onAuxClick={(event) => event.button === 1 && open(event)}
    >
      {children}
    </a>
  );
}

export const placeIn = (subpath: Subpath | null) => ({
  ...(subpath?.block && { block: subpath.block }),
  ...(!subpath?.block && subpath?.headings.length && { heading: subpath.headings.join('#') }),
});

/** A link out of the vault: opened by the program around the page, which looks at it once more. */
export function ExternalLink({
  'data-url': url,
  children,
}: {
  readonly 'data-url': string;
  readonly children?: ReactNode;
}) {
  const t = useT();
  const host = useHost();
  const open = (event: MouseEvent) => {
    event.preventDefault();
    host.openExternal({ url }).catch(() => announce(t('reader.failed')));
  };
  return (
    <a
      className={styles.external}
      href={url}
      title={t('reader.leadsTo', { url })}
      rel="noreferrer noopener"
      onClick={open}
      onAuxClick={(event) => event.button === 1 && open(event)}
    >
      {children && (!Array.isArray(children) || children.length) ? children : url}
    </a>
  );
}

interface RefusedProps {
  readonly 'data-scheme': string;
  readonly 'data-image'?: string | boolean;
  readonly children?: ReactNode;
}

/** A link that may not be followed, or an image that may not be fetched. */
export function Refused({ 'data-scheme': scheme, 'data-image': image, children }: RefusedProps) {
  const t = useT();
  const why = t(image ? 'reader.refusedImage' : 'reader.refusedLink', { scheme });
  return (
    <span className={cx(styles.refused, image && styles.chip)} title={why}>
      {image ? why : children}
    </span>
  );
}

/** A tag asks the search for the notes that have it. */
export function TagLink({ 'data-name': name }: { readonly 'data-name': string }) {
  const t = useT();
  return (
    <button
      type="button"
      className={styles.tag}
      title={t('reader.tag', { name })}
      onClick={() => useLayout.getState().ask(`#${name}`)}
    >
      #{name}
    </button>
  );
}
