import { CalendarDays, Folder, Hash, Languages, Lasso, type LucideIcon, X } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import type { Filter } from '../../../contract/filter.ts';
import { useT } from '../../i18n/use-t.ts';
import { OfferList } from '../passages/OfferList.tsx';
import { useFacets } from '../passages/vault-names.ts';
import styles from './Filters.module.css';
import { type Narrowing, narrowed, narrowingsOf, offersFor, widened } from './narrowing.ts';

interface Props {
  readonly filter: Filter;
  /** The field to add one is shown too. */
  readonly open: boolean;
  readonly onChange: (filter: Filter) => void;
}

const ICONS: Readonly<Record<Narrowing['kind'], LucideIcon>> = {
  folder: Folder,
  tag: Hash,
  language: Languages,
  after: CalendarDays,
  before: CalendarDays,
  notes: Lasso,
};

/** What an answer is narrowed by, each with a cross, and a field that offers what the vault has. */
export function Filters({ filter, open, onChange }: Props) {
  const t = useT();
  const nameOf = useNarrowingName();
  const chips = narrowingsOf(filter);
  if (!open && chips.length === 0) return null;
  return (
    <div className={styles.filters}>
      {chips.map((chip) => {
        const Icon = ICONS[chip.kind];
        const name = nameOf(chip);
        return (
          <button
            key={`${chip.kind} ${chip.value}`}
            type="button"
            className={styles.chip}
            aria-label={t('related.filter.remove', { what: name })}
            onClick={() => onChange(widened(filter, chip))}
          >
            <Icon size={12} aria-hidden />
            <span className={styles.name}>{name}</span>
            <X size={12} aria-hidden className={styles.cross} />
          </button>
        );
      })}
      {open && <Add filter={filter} onChange={onChange} />}
    </div>
  );
}

function Add({ filter, onChange }: Omit<Props, 'open'>) {
  const t = useT();
  const nameOf = useNarrowingName();
  const facets = useFacets();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(true);
  const [at, setAt] = useState(0);
  const offers = useMemo(
    () => offersFor(facets, typed, filter, (value) => nameOf({ kind: 'language', value })),
    [facets, typed, filter, nameOf],
  );
  const look = (text: string) => {
    setTyped(text);
    setAt(0);
    setShown(true);
  };
  const take = (i: number) => {
    if (offers[i]) onChange(narrowed(filter, offers[i]));
    look('');
    setShown(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.nativeEvent.isComposing) return;
    if (step && !shown) setShown(true);
    else if (step) setAt((at + step + offers.length) % Math.max(1, offers.length));
    else if (event.key === 'Enter' && shown) take(at);
    else if (event.key === 'Escape' && (shown || typed)) {
      setTyped('');
      setShown(false);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const day = (kind: 'after' | 'before') => (
    <label className={styles.day}>
      {t(`related.filter.${kind}`)}
      <input
        type="date"
        value={filter[kind] ?? ''}
        onChange={({ target: { value } }) =>
          onChange(value ? narrowed(filter, { kind, value }) : widened(filter, { kind, value: '' }))
        }
      />
    </label>
  );
  return (
    <>
      <div className={styles.add}>
        <input
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
          autoFocus
          className={styles.input}
          value={typed}
          placeholder={t('related.filter.addShort')}
          aria-label={t('related.filter.add')}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={`${id}-offers`}
          aria-activedescendant={shown && offers[at] ? `${id}-${at}` : undefined}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => look(target.value)}
          onFocus={() => setShown(true)}
          onClick={() => setShown(true)}
          onBlur={() => setShown(false)}
          onKeyDown={onKeyDown}
        />
        <OfferList
          id={id}
          label={t('search.offers')}
          offers={
            shown
              ? offers.map((offer) => ({
                  key: `${offer.kind} ${offer.value}`,
                  icon: ICONS[offer.kind],
                  name: nameOf(offer),
                  detail: offer.notes,
                }))
              : null
          }
          at={at}
          onTake={take}
          nothing={t('related.filter.nothing')}
        />
      </div>
      <div className={styles.days}>
        {day('after')}
        {day('before')}
      </div>
    </>
  );
}

/** A filter's value as people call it. */
function useNarrowingName(): (narrowing: Narrowing) => string {
  const t = useT();
  const { formatDisplayName, formatDate } = useIntl();
  return ({ kind, value }) => {
    if (kind === 'notes') return t('related.filter.selected', { n: Number(value) });
    if (kind === 'language')
      return value === 'und'
        ? t('related.filter.unknownLanguage')
        : (formatDisplayName(value, { type: 'language' }) ?? value);
    if (kind === 'after' || kind === 'before')
      return `${t(`related.filter.${kind}`)} ${formatDate(`${value}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' })}`;
    return value;
  };
}
