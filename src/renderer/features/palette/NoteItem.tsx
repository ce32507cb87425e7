import { Hash } from 'lucide-react';
import type { Found } from '../../find/note-index.ts';
import { useT } from '../../i18n/use-t.ts';
import styles from './palette.module.css';

/** A note to go to: what it was found by, and quietly where it lies. */
export function NoteItem({ found: { note, by, text } }: { readonly found: Found }) {
  const t = useT();
  const folder = note.path.slice(0, Math.max(0, note.path.lastIndexOf('/')));
  return (
    <>
      {by === 'heading' && <Hash size={13} aria-hidden className={styles.sign} />}
      <span className={styles.name}>{by === 'path' ? note.title : text}</span>
      {by === 'alias' && <span className={styles.more}>{t('palette.aliasOf', { title: note.title })}</span>}
      {by === 'heading' && (
        <span className={styles.more}>{t('palette.headingOf', { title: note.title })}</span>
      )}
      {folder && <span className={styles.folder}>{folder}</span>}
    </>
  );
}
