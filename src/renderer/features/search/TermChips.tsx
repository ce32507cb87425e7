import { FileText, X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useT } from '../../i18n/use-t.ts';
import { cx } from '../../ui/cx.ts';
import styles from './search.module.css';
import { flipped, type Term, weighed, without } from './terms.ts';

interface Props {
  readonly terms: readonly Term[];
  readonly onChange: (terms: readonly Term[]) => void;
}

/** The terms of an expression: each has its sign, its weight and a cross; one stop of the Tab key for all of them. */
export function TermChips({ terms, onChange }: Props) {
  const t = useT();
  const { formatNumber } = useIntl();
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const active = Math.min(at, terms.length - 1);
  const focus = (i: number) => {
    setAt(i);
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[data-term]')[i]?.focus());
  };
  const onKeyDown = (event: KeyboardEvent, i: number) => {
    const change = KEYS[event.key]?.(terms, i);
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (change) {
      onChange(change);
      if (change.length < terms.length && change.length > 0) focus(Math.min(i, change.length - 1));
    } else if (step) focus(Math.max(0, Math.min(terms.length - 1, i + step)));
    else return;
    event.preventDefault();
  };
  return (
    <ul ref={list} className={styles.terms} aria-label={t('search.terms')}>
      {terms.map((term, i) => {
        const { text, heading, kind, weight } = term;
        const name = heading ? `${text} › ${heading}` : text;
        const size = Math.abs(weight);
        const key = `${kind} ${text} ${i}`;
        return (
          <li key={key} className={cx(styles.term, weight < 0 && styles.minus)}>
            <button
              type="button"
              tabIndex={-1}
              className={styles.sign}
              title={t('search.term.flip', { term: name })}
              aria-label={t('search.term.flip', { term: name })}
              onClick={() => onChange(flipped(terms, i))}
            >
              {weight < 0 ? '−' : '+'}
            </button>
            <button
              type="button"
              data-term
              tabIndex={i === active ? 0 : -1}
              className={styles.termText}
              title={t('search.term.keys')}
              aria-label={t('search.term.is', {
                sign: weight < 0 ? 'minus' : 'plus',
                weight: size,
                term: name,
              })}
              onFocus={() => setAt(i)}
              onKeyDown={(event) => onKeyDown(event, i)}
            >
              {size !== 1 && <span className={styles.weight}>{formatNumber(size)}×</span>}
              {kind === 'note' && <FileText size={12} aria-hidden />}
              <span className={styles.termWords}>{name}</span>
            </button>
            <button
              type="button"
              tabIndex={-1}
              className={styles.cross}
              aria-label={t('search.term.remove', { term: name })}
              onClick={() => onChange(without(terms, i))}
            >
              <X size={12} aria-hidden />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

const KEYS: Readonly<Record<string, (terms: readonly Term[], at: number) => Term[]>> = {
  Delete: without,
  Backspace: without,
  ArrowUp: (terms, at) => weighed(terms, at, 1),
  ArrowDown: (terms, at) => weighed(terms, at, -1),
  '+': (terms, at) => (terms[at]!.weight < 0 ? flipped(terms, at) : [...terms]),
  '-': (terms, at) => (terms[at]!.weight < 0 ? [...terms] : flipped(terms, at)),
};
