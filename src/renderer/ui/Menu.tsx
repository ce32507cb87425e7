import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Separator,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { Kbd } from './Kbd.tsx';
import styles from './Menu.module.css';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
  readonly icon?: LucideIcon;
  readonly keys?: string | undefined;
  readonly disabled?: boolean;
  readonly danger?: boolean;
}

interface Props {
  /** The button that opens it. */
  readonly children: ReactNode;
  readonly label: string;
  /** A null draws a line between groups. */
  readonly actions: readonly (MenuAction | null)[];
  readonly placement?: PopoverProps['placement'];
}

/** Things to do, behind a button. */
export function Menu({ children, label, actions, placement = 'bottom start' }: Props) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover!} placement={placement} offset={4}>
        <AriaMenu
          aria-label={label}
          className={styles.menu!}
          disabledKeys={actions.flatMap((action) => (action?.disabled ? [action.id] : []))}
          onAction={(key) => actions.find((action) => action?.id === key)?.run()}
        >
          {actions.map((action, i) =>
            action === null ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
              <Separator key={`line ${i}`} className={styles.line!} />
            ) : (
              <MenuItem
                key={action.id}
                id={action.id}
                textValue={action.label}
                className={cx(styles.item, action.danger && styles.danger)}
              >
                <span className={styles.icon}>{action.icon && <action.icon size={15} aria-hidden />}</span>
                <span className={styles.words}>{action.label}</span>
                {action.keys && <Kbd keys={action.keys} />}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
