import { useLayout } from '../../state/layout.ts';
import { FolderChooser } from './FolderChooser.tsx';
import { useOpen } from './use-open.ts';

/** The folder chooser over whatever is open, which stays so until another folder is chosen. */
export function ChooserSheet() {
  const open = useLayout((s) => s.sheet === 'folder');
  const dropped = useLayout((s) => s.droppedFrom === 'outside');
  const opening = useOpen();
  const close = () => {
    opening.clear();
    useLayout.getState().set({ sheet: null, droppedFrom: null });
  };
  return <FolderChooser open={open} onClose={close} opening={opening} dropped={dropped} />;
}
