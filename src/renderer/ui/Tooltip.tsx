import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, type TooltipProps, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';
import styles from './Tooltip.module.css';

interface Props {
  /** One focusable element: what is explained. */
  readonly children: ReactNode;
  readonly text: ReactNode;
  /** As in a command: `Mod+K`. */
  readonly keys?: string | undefined;
  readonly placement?: TooltipProps['placement'];
}

/** A few words on hover and focus. Never the only place where something can be learnt. */
export function Tooltip({ children, text, keys, placement = 'bottom' }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip placement={placement} offset={6} className={styles.tooltip!}>
        {text}
        {keys && <Kbd keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
