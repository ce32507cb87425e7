import type { RefObject } from 'react';
import { useT } from '../../i18n/use-t.ts';
import type { Asked, Mistake } from './questions.ts';
import styles from './search.module.css';

interface Props {
  readonly id: string;
  readonly mistake: Mistake;
  readonly asked: Asked;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Characters of the question shown around a mistake. */
const AROUND = 18;

/** What is wrong with a question, where, and what to do; a click goes there. */
export function MistakeNote({ id, mistake, asked, field }: Props) {
  const t = useT();
  const text = asked[mistake.field];
  const { start, end } = mistake;
  const what = text.slice(start, end);
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  const show = () => {
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  };
  return (
    <div id={id} className={styles.mistake} role="status">
      <button type="button" className={styles.where} title={t('search.mistake.show')} onClick={show}>
        {start > AROUND && '…'}
        {before}
        <b>{what || '\u2004'}</b>
        {after}
        {end + AROUND < text.length && '…'}
      </button>
      <p>
        {mistake.field === 'to' && `${t('search.mistake.inTo')} `}
        {t(`search.mistake.${mistake.mistake}`, { what, example: EXAMPLES[what.toLowerCase()] ?? 'tag:x' })}
      </p>
    </div>
  );
}

const EXAMPLES: Readonly<Record<string, string>> = {
  'tag:': 'tag:mar',
  'path:': 'path:Mar, path:"A B"',
  'lang:': 'lang:es',
  'linked:': 'linked:[[A]], linked:none',
  'before:': 'before:2024-05-31',
  'after:': 'after:2024-05-31',
};
