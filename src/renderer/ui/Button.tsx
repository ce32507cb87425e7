import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';
import { cx } from './cx.ts';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  /** 'primary': the one thing to do here; 'quiet': among text, without a line around it. */
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly small?: boolean;
  readonly className?: string | undefined;
}

/** Says what it does; takes an icon before its text as a child. */
export function Button({ look = 'plain', small = false, className, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={cx(styles.button, styles[look], small && styles.small, className)} />
  );
}
