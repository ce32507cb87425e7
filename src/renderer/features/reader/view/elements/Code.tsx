import { Check, Copy } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import { announce } from '../../../../state/announce.ts';
import { cx } from '../../../../ui/cx.ts';
import { copyText } from '../../../passages/copy-text.ts';
import styles from '../note.module.css';

interface Props {
  readonly 'data-language'?: string;
  readonly 'data-joined'?: string | boolean;
  readonly 'data-start'?: string;
  readonly 'data-end'?: string;
  readonly 'data-block'?: string;
  readonly children?: ReactNode;
}

/** A block of code, with its language and a way to copy it. */
export function Code({ 'data-language': language, 'data-joined': joined, children, ...places }: Props) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const done = await copyText(box.current?.querySelector('code')?.textContent ?? '');
    announce(done ? t('reader.copied', { text: t('reader.code') }) : t('reader.copyFailed'));
    setCopied(done);
  };
  return (
    <div {...places} ref={box} className={cx(styles.code, joined && styles.joined)}>
      {!joined && (
        <div className={styles.codeHead}>
          <span>{language}</span>
          <button
            type="button"
            className={styles.copy}
            aria-label={t('reader.copyCode')}
            title={t('reader.copyCode')}
            onClick={() => void copy()}
            onBlur={() => setCopied(false)}
          >
            {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          </button>
        </div>
      )}
      {/* Scrolls by itself, so the keyboard must reach it. */}
      <section
        className={styles.scrolls}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        tabIndex={0}
        aria-label={language ? t('reader.codeIn', { language }) : t('reader.code')}
      >
        {children}
      </section>
    </div>
  );
}
