import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Popover, type PopoverProps } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './PopoverButton.module.css';

interface Props {
  /** What stands on the button. */
  readonly children: ReactNode;
  /** The button's name, where what stands on it does not say enough. */
  readonly label?: string;
  readonly title: string;
  /** What is explained; may be told how to close. */
  readonly content: ReactNode | ((close: () => void) => ReactNode);
  readonly placement?: PopoverProps['placement'];
  readonly className?: string | undefined;
}

/** A button that opens a small page beside it: an explanation, a few things to do. */
export function PopoverButton({ children, label, title, content, placement = 'top', className }: Props) {
  return (
    <DialogTrigger>
      <Button className={cx(styles.button, className)} {...(label && { 'aria-label': label })}>
        {children}
      </Button>
      <Popover className={styles.popover!} placement={placement} offset={6}>
        <Dialog className={styles.dialog!}>
          {({ close }) => (
            <>
              <Heading slot="title" level={2} className={styles.title!}>
                {title}
              </Heading>
              {typeof content === 'function' ? content(close) : content}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
