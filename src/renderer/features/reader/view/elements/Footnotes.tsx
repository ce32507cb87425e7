import { CornerLeftUp } from 'lucide-react';
import { Children, type MouseEvent, type ReactNode } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import { useFootnoteJump } from '../footnote-jump.ts';
import styles from '../note.module.css';

interface ReferenceProps {
  readonly 'data-label': string;
  readonly 'data-number': string;
  readonly 'data-nth': string;
}

/** A footnote's number in the text. */
export function Footnote({ 'data-label': label, 'data-number': number, 'data-nth': nth }: ReferenceProps) {
  const t = useT();
  const jump = useFootnoteJump();
  return (
    <sup>
      <button
        type="button"
        className={styles.footnote}
        data-footnote={label}
        data-nth={nth}
        aria-label={t('reader.footnote', { number: Number(number) })}
        onClick={(event: MouseEvent<HTMLElement>) => jump(event.currentTarget, label, 'text')}
      >
        {number}
      </button>
    </sup>
  );
}

export function Footnotes({ children }: { readonly children?: ReactNode }) {
  const t = useT();
  return (
    <section className={styles.footnotes} aria-label={t('reader.footnotes')}>
      <ol>{children}</ol>
    </section>
  );
}

interface TextProps {
  readonly 'data-label': string;
  readonly 'data-number': string;
  readonly children?: ReactNode;
}

/** What a footnote says, with the way back to where it was referred to. */
export function FootnoteText({ 'data-label': label, 'data-number': number, children }: TextProps) {
  const t = useT();
  const jump = useFootnoteJump();
  return (
    <li value={Number(number)} data-footnote-text={label} tabIndex={-1}>
      {Children.count(children) ? children : <p>{t('reader.footnoteMissing')}</p>}
      <button
        type="button"
        className={styles.back}
        aria-label={t('reader.footnoteBack', { number: Number(number) })}
        onClick={(event: MouseEvent<HTMLElement>) => jump(event.currentTarget, label, 'mark')}
      >
        <CornerLeftUp size={13} aria-hidden />
      </button>
    </li>
  );
}
