import { CalendarDays, Folder, Hash, Languages, type LucideIcon, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { Filter } from '../../../contract/filter.ts';
import { useT } from '../../i18n/use-t.ts';
import menu from '../../ui/Menu.module.css';
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
  const [typed, setTyped] = useState('');
  const offers = useMemo(
    () => offersFor(facets, typed, filter, (value) => nameOf({ kind: 'language', value })),
    [facets, typed, filter, nameOf],
  );
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
      <ComboBox
        aria-label={t('related.filter.add')}
        className={styles.add!}
        inputValue={typed}
        onInputChange={setTyped}
        items={offers.map((offer) => ({ ...offer, id: `${offer.kind} ${offer.value}` }))}
        value={null}
        onChange={(key) => {
          const offer = offers.find(({ kind, value }) => `${kind} ${value}` === key);
          if (offer) onChange(narrowed(filter, offer));
          setTyped('');
        }}
        menuTrigger="focus"
        allowsEmptyCollection
      >
        <Input
          className={styles.input!}
          placeholder={t('related.filter.addShort')}
          autoFocus
          spellCheck={false}
        />
        <Popover className={menu.popover!} offset={4}>
          <ListBox
            className={menu.menu!}
            renderEmptyState={() => <p className={styles.empty}>{t('related.filter.nothing')}</p>}
          >
            {(offer: (typeof offers)[number] & { id: string }) => {
              const Icon = ICONS[offer.kind];
              return (
                <ListBoxItem className={menu.item!} textValue={nameOf(offer)}>
                  <Icon size={14} aria-hidden className={menu.icon} />
                  <span className={menu.words}>{nameOf(offer)}</span>
                  <span className={styles.count}>{offer.notes}</span>
                </ListBoxItem>
              );
            }}
          </ListBox>
        </Popover>
      </ComboBox>
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
    if (kind === 'language')
      return value === 'und'
        ? t('related.filter.unknownLanguage')
        : (formatDisplayName(value, { type: 'language' }) ?? value);
    if (kind === 'after' || kind === 'before')
      return `${t(`related.filter.${kind}`)} ${formatDate(`${value}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' })}`;
    return value;
  };
}
