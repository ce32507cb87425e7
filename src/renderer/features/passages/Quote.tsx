import { useMemo } from 'react';
import type { Span } from '../../../common/span.ts';
import type { Passage } from '../../../contract/common.ts';
import styles from './Quote.module.css';
import { quoteOf } from './quote.ts';

interface Props {
  readonly passage: Pick<Passage, 'text' | 'headingPath'>;
  readonly marks?: readonly Span[] | undefined;
  readonly sentence?: Span | null | undefined;
  /** Characters shown; all of it without. */
  readonly room?: number | undefined;
  /** The note's title, which its headings need not say again. */
  readonly title?: string | undefined;
  readonly language?: string | undefined;
}

/** Words of a note, with what matters in them marked, and the headings that they stand under. */
export function Quote({ passage, marks, sentence, room, title, language }: Props) {
  const { text } = passage;
  const runs = useMemo(
    () =>
      quoteOf(text, {
        ...(marks && { marks }),
        ...(sentence && { sentence }),
        ...(room !== undefined && { room }),
      }),
    [text, marks, sentence, room],
  );
  const [outermost, ...inner] = passage.headingPath;
  const headings = (outermost === title ? inner : passage.headingPath).filter(Boolean);
  return (
    <span className={styles.quote} lang={language === 'und' ? undefined : language}>
      {headings.length > 0 && <span className={styles.headings}>{headings.join(' › ')} </span>}
      <q className={styles.text}>
        {runs.map(({ text: words, marked, lead }, i) => {
          const key = i;
          if (marked)
            return (
              <mark key={key} className={styles.mark}>
                {words}
              </mark>
            );
          return lead ? (
            <span key={key} className={styles.lead}>
              {words}
            </span>
          ) : (
            words
          );
        })}
      </q>
    </span>
  );
}
