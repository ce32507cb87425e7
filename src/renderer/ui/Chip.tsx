import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToggleButton, type ToggleButtonProps } from 'react-aria-components';
import styles from './Chip.module.css';
import { cx } from './cx.ts';

interface Props extends Omit<ToggleButtonProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  readonly className?: string;
}

/** A filter that is on or off; a tick, not only a colour, says that it is on. */
export function Chip({ children, className, ...props }: Props) {
  return (
    <ToggleButton {...props} className={cx(styles.chip, className)}>
      {({ isSelected }) => (
        <>
          {isSelected && <Check size={12} aria-hidden />}
          {children}
        </>
      )}
    </ToggleButton>
  );
}
