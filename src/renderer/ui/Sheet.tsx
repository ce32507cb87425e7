import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Sheet.module.css';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What the cross is called. */
  readonly closeLabel: string;
  readonly children: ReactNode;
  /** Beside the title: filters, actions. */
  readonly head?: ReactNode;
  readonly foot?: ReactNode;
  /** 'wide' and 'tall' keep their size whatever is in them; 'small' is a question. */
  readonly size?: 'small' | 'medium' | 'wide';
  /** A question that must be answered: no closing by a click beside it. */
  readonly question?: boolean;
}

/** A page over the page: Escape closes it, focus stays within and returns to where it was. */
export function Sheet({
  open,
  onClose,
  title,
  closeLabel,
  children,
  head,
  foot,
  size = 'medium',
  question = false,
}: Props) {
  return (
    <ModalOverlay
      className={styles.veil!}
      isOpen={open}
      onOpenChange={(is) => !is && onClose()}
      isDismissable={!question}
    >
      <Modal className={cx(styles.sheet, styles[size])}>
        <Dialog className={styles.dialog!} role={question ? 'alertdialog' : 'dialog'}>
          <header className={styles.header}>
            <Heading slot="title" level={2} className={styles.title!}>
              {title}
            </Heading>
            {head}
            {!question && (
              <IconButton icon={X} label={closeLabel} onPress={onClose} className={styles.close} />
            )}
          </header>
          <div className={styles.body}>{children}</div>
          {foot && <footer className={styles.footer}>{foot}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
