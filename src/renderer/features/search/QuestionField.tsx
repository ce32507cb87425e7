import { type LucideIcon, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { cx } from '../../ui/cx.ts';
import box from '../../ui/field.module.css';
import { type Completion, type Completions, completed, completionsAt } from './completions.ts';
import { Offers } from './Offers.tsx';
import styles from './search.module.css';
import { useVocabulary } from './use-vocabulary.ts';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  readonly placeholder: string;
  readonly icon: LucideIcon;
  /** What may be completed: operators and notes, or notes only. */
  readonly way: 'search' | 'sum';
  readonly onSubmit: () => void;
  /** Down, where nothing is offered. */
  readonly onDown: () => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Id of what says a mistake in it. */
  readonly mistakeId?: string | undefined;
}

/** A field for questions that offers what the vault has, where something of the vault is meant. */
export function QuestionField(props: Props) {
  const {
    value,
    onChange,
    label,
    placeholder,
    icon: Icon,
    way,
    onSubmit,
    onDown,
    inputRef,
    mistakeId,
  } = props;
  const t = useT();
  const id = useId();
  const vocabulary = useVocabulary();
  const [offers, setOffers] = useState<Completions | null>(null);
  const [at, setAt] = useState(0);
  const caret = useRef<number | null>(null);

  const look = (text: string, where: number | null) => {
    setOffers(where === null ? null : completionsAt(text, where, vocabulary(), way));
    setAt(0);
  };
  const take = (option: Completion) => {
    if (!offers) return;
    const done = completed(value, offers, option);
    caret.current = done.caret;
    onChange(done.text);
    setOffers(null);
  };
  // React puts the caret at the end of a value that it sets.
  useEffect(() => {
    if (caret.current === null || inputRef.current?.value !== value) return;
    inputRef.current.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [value, inputRef]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const option = offers?.options[at];
    if (offers && step) setAt((at + step + offers.options.length) % offers.options.length);
    else if (option && (event.key === 'Enter' || event.key === 'Tab')) take(option);
    else if (event.key === 'Escape' && offers) setOffers(null);
    else if (event.key === 'Escape' && value) onChange('');
    else if (event.key === 'Enter') onSubmit();
    else if (event.key === 'ArrowDown') onDown();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={cx(box.field, styles.field)}>
      <div className={box.box}>
        <Icon size={14} aria-hidden />
        <input
          ref={inputRef}
          type="text"
          className={box.input}
          value={value}
          placeholder={placeholder}
          aria-label={label}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={offers !== null}
          aria-controls={`${id}-offers`}
          aria-activedescendant={offers ? `${id}-${at}` : undefined}
          aria-invalid={mistakeId !== undefined}
          aria-describedby={mistakeId}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => {
            onChange(target.value);
            look(target.value, target.selectionStart);
          }}
          onClick={({ currentTarget }) => look(value, currentTarget.selectionStart)}
          onBlur={() => setOffers(null)}
          onKeyDown={onKeyDown}
        />
        {value && (
          <button
            type="button"
            tabIndex={-1}
            className={cx(box.clear, styles.clear)}
            aria-label={t('search.clear')}
            onClick={() => {
              onChange('');
              inputRef.current?.focus();
            }}
          >
            <X size={14} aria-hidden />
          </button>
        )}
      </div>
      <Offers id={id} offers={offers} at={at} onTake={take} />
    </div>
  );
}
