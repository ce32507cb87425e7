import type { LucideIcon } from 'lucide-react';
import { cx } from '../../ui/cx.ts';
import styles from './OfferList.module.css';

export interface Offered {
  readonly key: string;
  readonly icon: LucideIcon;
  readonly name: string;
  readonly detail: string | number | null;
}

interface Props {
  /** The field names the list as `${id}-offers` and its options as `${id}-${index}`. */
  readonly id: string;
  readonly label: string;
  /** Null: closed. */
  readonly offers: readonly Offered[] | null;
  /** What the field's keys stand on. */
  readonly at: number;
  readonly onTake: (index: number) => void;
  /** Said where nothing is offered. */
  readonly nothing?: string;
}

/** What a field offers, below it; the focus stays in the field. */
export function OfferList({ id, label, offers, at, onTake, nothing }: Props) {
  const open = offers !== null && (offers.length > 0 || nothing !== undefined);
  return (
    <div className={styles.list} hidden={!open}>
      <div
        id={`${id}-offers`}
        role="listbox"
        aria-label={label}
        className={styles.options}
        hidden={!offers?.length}
      >
        {offers?.map(({ key, icon: Icon, name, detail }, i) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names this one
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
          <div
            key={key}
            ref={i === at ? intoView : null}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            className={cx(styles.offer, i === at && styles.current)}
            // The field would lose the focus before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(i)}
          >
            <Icon size={14} aria-hidden />
            <span className={styles.name}>{name}</span>
            <span className={styles.detail}>{detail}</span>
          </div>
        ))}
      </div>
      {offers?.length === 0 && <p className={styles.nothing}>{nothing}</p>}
    </div>
  );
}

const intoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' });
