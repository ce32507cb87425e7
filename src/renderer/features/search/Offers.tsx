import { CalendarDays, FileText, Folder, Hash, Languages, Link2, type LucideIcon } from 'lucide-react';
import { useIntl } from 'react-intl';
import { useT } from '../../i18n/use-t.ts';
import { cx } from '../../ui/cx.ts';
import type { Completion, Completions } from './completions.ts';
import styles from './search.module.css';

interface Props {
  readonly id: string;
  readonly offers: Completions | null;
  readonly at: number;
  readonly onTake: (option: Completion) => void;
}

const ICONS: Readonly<Record<Completion['kind'], LucideIcon>> = {
  folder: Folder,
  tag: Hash,
  language: Languages,
  note: FileText,
  day: CalendarDays,
  links: Link2,
};

/** What can be meant, below the field; the focus stays in the field. */
export function Offers({ id, offers, at, onTake }: Props) {
  const t = useT();
  const { formatDisplayName } = useIntl();
  const detail = ({ kind, value, detail }: Completion): string | number | null => {
    if (kind === 'links') return t(`search.offer.${value as 'none' | 'any'}`);
    if (kind !== 'day') return detail;
    if (value === 'today' || value === 'yesterday' || value === '7d' || value === '30d' || value === '1y')
      return t(`search.offer.${value}`);
    return t(value.includes('-') ? 'search.offer.month' : 'search.offer.year');
  };
  return (
    <div
      id={`${id}-offers`}
      role="listbox"
      aria-label={t('search.offers')}
      className={styles.offers}
      hidden={!offers}
    >
      {offers?.options.map((option, i) => {
        const Icon = ICONS[option.kind];
        const name =
          option.kind === 'language'
            ? (formatDisplayName(option.value, { type: 'language', fallback: 'code' }) ?? option.value)
            : option.value;
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names this one
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
          <div
            key={option.insert}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            className={cx(styles.offer, i === at && styles.current)}
            // The field would lose the focus before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(option)}
          >
            <Icon size={14} aria-hidden />
            <span className={styles.offerName}>{name}</span>
            <span className={styles.offerDetail}>{detail(option)}</span>
          </div>
        );
      })}
    </div>
  );
}
