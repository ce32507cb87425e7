import type { LucideIcon } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './SegmentedControl.module.css';

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: string;
  /** A number behind the label. */
  readonly count?: string | undefined;
  readonly icon?: LucideIcon;
  /** The icon alone; the label is its name. */
  readonly iconOnly?: boolean;
}

interface Props<V extends string> {
  readonly segments: readonly Segment<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  /** Its name for screen readers. */
  readonly label: string;
  readonly className?: string;
  readonly isDisabled?: boolean;
  /** 'tabs': for the views of a pane, underlined; 'box' for a choice within one. */
  readonly look?: 'box' | 'tabs';
}

/** One of a few, all in sight. */
export function SegmentedControl<V extends string>({
  segments,
  value,
  onChange,
  label,
  className,
  look = 'box',
  ...props
}: Props<V>) {
  return (
    <ToggleButtonGroup
      {...props}
      aria-label={label}
      className={cx(styles[look], className)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        for (const key of keys) onChange(key as V);
      }}
    >
      {segments.map(({ value: id, label: words, icon: Icon, iconOnly, count }) => (
        <ToggleButton key={id} id={id} className={styles.segment!} {...(iconOnly && { 'aria-label': words })}>
          {Icon && <Icon size={15} aria-hidden />}
          {!iconOnly && words}
          {count !== undefined && <span className={styles.count}>{count}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
