import { Link2 } from 'lucide-react';
import { type ComponentProps, type MouseEvent, useContext } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import { announce } from '../../../../state/announce.ts';
import { copyText } from '../../../passages/copy-text.ts';
import { linkTo } from '../../../passages/vault-names.ts';
import styles from '../note.module.css';
import { NoteContextProvider } from '../note-context.ts';

type Props = ComponentProps<'h1'>;

/** A heading below the page's own, with a way to copy a link to it. */
export function heading(level: 1 | 2 | 3 | 4 | 5 | 6) {
  return function Heading({ children, ...props }: Props) {
    const t = useT();
    const context = useContext(NoteContextProvider);
    // Where the note's first heading is the page's own, those below it follow at once: no level is left out.
    const below = context?.namesItself ? 0 : 1;
    const Tag = `h${Math.max(2, Math.min(6, level + below))}` as 'h2';
    const copy = async (event: MouseEvent<HTMLElement>) => {
      const title = (event.currentTarget.parentElement?.innerText ?? '').trim();
      const name = title
        .replace(/[[\]|#^]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      const link = linkTo(context!).replace(
        /^\[\[([^\]|]*).*\]\]$/,
        `[[$1#${name.replaceAll('$', '$$$$')}]]`,
      );
      announce((await copyText(link)) ? t('reader.copied', { text: link }) : t('reader.copyFailed'));
    };
    return (
      <Tag {...props} data-level={level}>
        {children}
        {context?.jump && (
          <button
            type="button"
            className={styles.anchor}
            // For the pointer alone: it would be read as a part of every heading.
            aria-hidden
            tabIndex={-1}
            title={t('reader.cmdCopyLink')}
            onClick={(event) => void copy(event)}
          >
            <Link2 size={14} aria-hidden />
          </button>
        )}
      </Tag>
    );
  };
}
