import { Check, ChevronDown, ChevronRight, Copy } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react';
import { useIntl } from 'react-intl';
import type { Span } from '../../../common/span.ts';
import type { NoteRef } from '../../../contract/common.ts';
import { useT } from '../../i18n/use-t.ts';
import { announce } from '../../state/announce.ts';
import { cx } from '../../ui/cx.ts';
import { copyText } from './copy-text.ts';
import { folderOf } from './link-text.ts';
import { openAt, wantsTab } from './open-at.ts';
import type { RowProps } from './ResultList.tsx';
import styles from './ResultShell.module.css';
import { linkTo } from './vault-names.ts';

interface Props {
  readonly note: NoteRef;
  /** The passage that a click opens the note at. */
  readonly at: Span | null;
  readonly main: RowProps['main'];
  /** The language is another one than that of what is read or asked. */
  readonly foreign: boolean;
  /** Says why it is new since the answer before. */
  readonly fresh?: string | null;
  /** Quiet facts behind the folder. */
  readonly facts?: readonly (string | null)[];
  /** Without the folder and the facts. */
  readonly brief?: boolean;
  /** On the right of the title: a figure, short. */
  readonly figure?: ReactNode;
  readonly expanded?: boolean;
  /** Without, there is nothing more to show. */
  readonly onExpand?: () => void;
  /** The pointer or the focus comes and goes. */
  readonly onPoint?: (at: boolean) => void;
  readonly children?: ReactNode;
}

/** One result: opens its note on a click or Enter, is dragged and copied as a link, shows more on demand. */
export function ResultShell(props: Props) {
  const {
    note,
    at,
    main,
    foreign,
    fresh,
    facts = [],
    brief,
    figure,
    expanded,
    onExpand,
    onPoint,
    children,
  } = props;
  const t = useT();
  const [pointed, setPointed] = useState(false);
  const point = (on: boolean) => {
    setPointed(on);
    onPoint?.(on);
  };
  const { formatDisplayName } = useIntl();
  const language =
    note.language === 'und' ? '' : (formatDisplayName(note.language, { type: 'language' }) ?? '');
  // The last one says most; the path is one hover away.
  const folder = folderOf(note.path).split('/').at(-1);
  const quiet = [folder, ...facts].filter(Boolean);
  const open = (event: MouseEvent) => {
    if (!isOwn(event)) openAt(note.path, at, wantsTab(event));
  };
  const keys = (event: KeyboardEvent) => {
    if (isOwn(event) || event.altKey) return;
    const modified = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && modified) openAt(note.path, at, true);
    else if (event.key === ' ' && onExpand) onExpand();
    else if (event.key === 'ArrowRight' && onExpand && !expanded) onExpand();
    else if (event.key === 'ArrowLeft' && onExpand && expanded) onExpand();
    else if (event.key === 'c' && !modified) void copyLink(note, t);
    else return;
    event.preventDefault();
  };
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData('text/plain', linkTo(note));
    event.dataTransfer.effectAllowed = 'copy';
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the title within is the control; the room around it is for the pointer
    <div
      className={cx(styles.result, expanded && styles.expanded)}
      draggable
      onDragStart={drag}
      onClick={open}
      onKeyDown={keys}
      onAuxClick={(event) => event.button === 1 && open(event)}
      onMouseEnter={() => point(true)}
      onMouseLeave={() => point(false)}
      onFocus={() => point(true)}
      onBlur={() => point(false)}
    >
      <div className={styles.head}>
        <button type="button" {...main} className={styles.title} aria-expanded={onExpand && expanded}>
          {note.title || note.path}
        </button>
        {fresh && (
          <span className={styles.fresh} title={fresh}>
            <span className="sr-only">{fresh}</span>
          </span>
        )}
        {foreign && language && (
          <abbr className={styles.language} title={t('related.language', { language })}>
            {note.language}
          </abbr>
        )}
        {pointed && <Actions note={note} expanded={expanded} onExpand={onExpand} />}
        {figure !== undefined && <span className={styles.figure}>{figure}</span>}
      </div>
      {!brief && quiet.length > 0 && (
        <div className={styles.facts} title={note.path}>
          {folder && <span className={styles.folder}>{folder}</span>}
          {facts.map((fact) => fact && <span key={fact}>{fact}</span>)}
        </div>
      )}
      {children}
    </div>
  );
}

interface ActionsProps {
  readonly note: NoteRef;
  readonly expanded: boolean | undefined;
  readonly onExpand: (() => void) | undefined;
}

/** What else can be done with a result; the keys for it are c and Space. */
function Actions({ note, expanded = false, onExpand }: ActionsProps) {
  const t = useT();
  const more = expanded ? t('related.collapse') : t('related.expand');
  return (
    <span className={styles.actions} data-own>
      <CopyButton note={note} />
      {onExpand && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.action}
          title={more}
          aria-label={more}
          aria-expanded={expanded}
          onClick={onExpand}
        >
          {expanded ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
        </button>
      )}
    </span>
  );
}

function CopyButton({ note }: { readonly note: NoteRef }) {
  const t = useT();
  const [done, setDone] = useState(false);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.action}
      title={t('related.copy')}
      aria-label={t('related.copy')}
      onClick={async () => setDone(await copyLink(note, t))}
      onMouseLeave={() => setDone(false)}
    >
      {done ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
    </button>
  );
}

/** Copies a link to the note and says so. */
export async function copyLink(note: NoteRef, t: ReturnType<typeof useT>): Promise<boolean> {
  const link = linkTo(note);
  const copied = await copyText(link);
  announce(t(copied ? 'related.copied' : 'related.notCopied', { link }));
  return copied;
}

/** Controls within a result do their own. */
const isOwn = (event: MouseEvent | KeyboardEvent): boolean =>
  event.target instanceof Element && event.target.closest('[data-own]') !== null;
