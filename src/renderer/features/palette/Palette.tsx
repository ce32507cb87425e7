import { useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useNoteIndex } from '../../find/use-note-index.ts';
import { useT } from '../../i18n/use-t.ts';
import { useLayout } from '../../state/layout.ts';
import { CommandList } from './CommandList.tsx';
import styles from './palette.module.css';
import { Switcher } from './Switcher.tsx';

/** The command palette or the quick switcher, over the page. */
export function Palette({ onOpen }: { readonly onOpen: () => void }) {
  const t = useT();
  const sheet = useLayout((s) => s.sheet);
  const open = sheet === 'palette' || sheet === 'switcher';
  // While it fades it is still what it was.
  const [kind, setKind] = useState<'palette' | 'switcher'>('palette');
  if (open && kind !== sheet) setKind(sheet);
  const close = () => {
    const { sheet: now, set } = useLayout.getState();
    // What was chosen may have opened another sheet already.
    if (now === sheet) set({ sheet: null });
  };
  // Kept at hand, so that the first letter finds something.
  useNoteIndex(sheet === 'switcher');
  return (
    <ModalOverlay className={styles.veil!} isOpen={open} onOpenChange={(is) => !is && close()} isDismissable>
      <Modal className={styles.box!}>
        <Dialog
          className={styles.dialog!}
          aria-label={t(kind === 'switcher' ? 'palette.notes' : 'palette.commands')}
        >
          {sheet === 'switcher' ? (
            <Switcher onDone={close} onOpen={onOpen} />
          ) : (
            <CommandList onDone={close} />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
