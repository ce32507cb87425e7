import { CalendarDays, FileText, Folder, Hash, Languages, Link2, type LucideIcon } from 'lucide-react';
import { useIntl } from 'react-intl';
import { useT } from '../../i18n/use-t.ts';
import { OfferList } from '../passages/OfferList.tsx';
import type { Completion, Completions } from './completions.ts';

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

/** What can be meant, below the field. */
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
  const nameOf = ({ kind, value }: Completion) =>
    kind === 'language' ? (formatDisplayName(value, { type: 'language', fallback: 'code' }) ?? value) : value;
  return (
    <OfferList
      id={id}
      label={t('search.offers')}
      offers={
        offers?.options.map((option) => ({
          key: option.insert,
          icon: ICONS[option.kind],
          name: nameOf(option),
          detail: detail(option),
        })) ?? null
      }
      at={at}
      onTake={(i) => onTake(offers!.options[i]!)}
    />
  );
}
