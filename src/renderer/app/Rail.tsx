import type { LucideIcon } from 'lucide-react';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './Shell.module.css';

export interface RailView<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon: LucideIcon;
}

interface Props<V extends string> {
  readonly views: readonly RailView<V>[];
  /** The view that is shown over the note, if one is. */
  readonly shown: V | null;
  readonly onShow: (view: V) => void;
  readonly side: 'left' | 'right';
}

/** What is left of a collapsed pane: its views as icons. */
export function Rail<V extends string>({ views, shown, onShow, side }: Props<V>) {
  return (
    <div className={styles.rail}>
      {views.map(({ value, label, icon }) => (
        <IconButton
          key={value}
          icon={icon}
          label={label}
          placement={side === 'left' ? 'right' : 'left'}
          pressed={value === shown}
          onPress={() => onShow(value)}
        />
      ))}
    </div>
  );
}
