import type { LucideIcon } from 'lucide-react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  ToggleButton,
  type TooltipProps,
} from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './IconButton.module.css';
import { Tooltip } from './Tooltip.tsx';

interface Props extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** What it does: its name for screen readers, and its tooltip. */
  readonly label: string;
  readonly keys?: string | undefined;
  readonly placement?: TooltipProps['placement'];
  /** Given: it switches something on and off, and this is how that stands. */
  readonly pressed?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A button of an icon alone. */
export function IconButton({
  icon: Icon,
  label,
  keys,
  placement,
  pressed,
  className,
  onPress,
  ...props
}: Props) {
  const icon = <Icon size={16} aria-hidden />;
  const shared = { 'aria-label': label, className: cx(styles.button, className), children: icon } as const;
  return (
    <Tooltip text={label} keys={keys} placement={placement ?? 'bottom'}>
      {pressed === undefined ? (
        <AriaButton {...props} {...(onPress && { onPress })} {...shared} />
      ) : (
        <ToggleButton
          {...shared}
          isSelected={pressed}
          isDisabled={props.isDisabled ?? false}
          {...(onPress && { onPress })}
        />
      )}
    </Tooltip>
  );
}
