import { Ellipsis, ListTree } from 'lucide-react';
import { useState } from 'react';
import type { NoteEntry } from '../../../../contract/notes.ts';
import { useT } from '../../../i18n/use-t.ts';
import { useLayout } from '../../../state/layout.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { folderOf } from '../../passages/link-text.ts';
import styles from './note.module.css';
import { useNoteActions } from './use-note-actions.ts';

/** Above the note: where it lies, and what can be done with it. */
export function NoteBar({ note }: { readonly note: NoteEntry }) {
  const t = useT();
  // Of the note it was said of: the bar stays when another note comes.
  const [said, setSaid] = useState({ path: '', words: '' });
  const say = (words: string) => setSaid({ path: note.path, words });
  const actions = useNoteActions(note, say);
  const outline = useLayout((s) => s.right && s.rightView === 'outline');
  const folder = folderOf(note.path);
  return (
    <div className={styles.bar}>
      <span className={styles.folder} title={note.path}>
        {(said.path === note.path && said.words) || folder.split('/').filter(Boolean).join(' › ')}
      </span>
      <IconButton
        icon={ListTree}
        label={t('reader.outline')}
        pressed={outline}
        onPress={() => useLayout.getState().set({ right: true, rightView: outline ? 'related' : 'outline' })}
      />
      <Menu label={t('reader.actions')} actions={actions} placement="bottom end">
        <IconButton icon={Ellipsis} label={t('reader.actions')} onBlur={() => say('')} />
      </Menu>
    </div>
  );
}
