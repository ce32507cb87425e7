import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './Switch.module.css';

interface Props extends Omit<SwitchProps, 'className' | 'style' | 'children'> {
  readonly children?: ReactNode;
  readonly className?: string;
}

/** Something that is on or off, at once. */
export function Switch({ children, className, ...props }: Props) {
  return (
    <AriaSwitch {...props} className={cx(styles.switch, className)}>
      <span className={styles.track} aria-hidden>
        <span className={styles.knob} />
      </span>
      {children}
    </AriaSwitch>
  );
}
