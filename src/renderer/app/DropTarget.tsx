import { FolderOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '../i18n/use-t.ts';
import { announce } from '../state/announce.ts';
import { useLayout } from '../state/layout.ts';
import { useSession } from '../state/session.ts';
import { useHost } from './context.ts';
import styles from './DropTarget.module.css';
import { watchDrops } from './drop-target.ts';
import { droppedFolder } from './dropped-folder.ts';

/**
 * A folder dropped anywhere on the window opens as a vault. In the desktop app the program around the page is told where
 * it lies; a page in a browser is not, and says so beside the way to choose it.
 */
export function DropTarget() {
  const t = useT();
  const host = useHost();
  const [over, setOver] = useState(false);
  useEffect(
    () =>
      watchDrops(window, {
        onOver: setOver,
        onDrop(transfer) {
          if (useSession.getState().about?.shell === 'electron') return;
          const choose = () => useLayout.getState().set({ sheet: 'folder', droppedFrom: 'outside' });
          const dropped = droppedFolder(transfer);
          if (dropped?.is === 'path') void host.open({ path: dropped.path }).catch(choose);
          else if (dropped) choose();
        },
      }),
    [host],
  );
  const words = t('app.dropFolder');
  useEffect(() => {
    if (over) announce(words);
  }, [over, words]);
  if (!over) return null;
  return (
    <div className={styles.target}>
      <p className={styles.words}>
        <FolderOpen size={20} aria-hidden />
        {words}
      </p>
    </div>
  );
}
