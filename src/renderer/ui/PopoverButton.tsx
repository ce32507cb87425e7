import { type ReactNode, useId, useState } from 'react';
import { Button, DialogTrigger, Popover, type PopoverProps } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './PopoverButton.module.css';

interface Props {
  /** What stands on the button. */
  readonly children: ReactNode;
  readonly title: string;
  /** What is explained; may be told how to close. */
  readonly content: ReactNode | ((close: () => void) => ReactNode);
  readonly placement?: PopoverProps['placement'];
  readonly className?: string | undefined;
}

/** A button that opens a small page beside it: an explanation, a few things to do. */
export function PopoverButton({ children, title, content, placement = 'top', className }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className={cx(styles.button, className)}>{children}</Button>
      {/* The popover itself is the dialog: a dialog within it would leave its dismiss buttons outside of any landmark. */}
      <Popover className={styles.popover!} placement={placement} offset={6} aria-labelledby={id}>
        <div className={styles.page}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {typeof content === 'function' ? content(() => setOpen(false)) : content}
        </div>
      </Popover>
    </DialogTrigger>
  );
}
