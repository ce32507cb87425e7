import { Copy, ExternalLink, FolderOpen, Link2 } from 'lucide-react';
import type { NoteEntry } from '../../../../contract/notes.ts';
import { useHost } from '../../../app/context.ts';
import { useErrorText } from '../../../i18n/use-error-text.ts';
import { useT } from '../../../i18n/use-t.ts';
import { announce } from '../../../state/announce.ts';
import { useSession } from '../../../state/session.ts';
import type { MenuAction } from '../../../ui/Menu.tsx';
import { copyText } from '../../passages/copy-text.ts';
import { linkTo } from '../../passages/vault-names.ts';
import { noteAddress, obsidianAddress } from '../note/address.ts';

/** What can be done with a note, apart from reading it. */
export function useNoteActions(
  note: NoteEntry,
  onSaid: (text: string) => void,
): readonly (MenuAction | null)[] {
  const t = useT();
  const host = useHost();
  const textOf = useErrorText();
  const vault = useSession((s) => s.state?.vault?.path ?? null);
  const reveals = useSession((s) => s.about?.reveals ?? false);
  const say = (text: string) => {
    announce(text);
    onSaid(text);
  };
  const failed = (error: unknown) => say(textOf(error).what);
  const copy = async (text: string) =>
    say((await copyText(text)) ? t('reader.copied', { text }) : t('reader.copyFailed'));
  return [
    ...(vault === null
      ? []
      : [
          {
            id: 'obsidian',
            label: t('reader.openInObsidian'),
            icon: ExternalLink,
            run: () => void host.openExternal({ url: obsidianAddress(vault, note.path) }).catch(failed),
          },
        ]),
    ...(reveals
      ? [
          {
            id: 'reveal',
            label: t('reader.reveal'),
            icon: FolderOpen,
            run: () => void host.reveal({ path: note.path }).catch(failed),
          },
        ]
      : []),
    null,
    { id: 'copy-link', label: t('reader.copyLink'), icon: Copy, run: () => void copy(linkTo(note)) },
    { id: 'copy-url', label: t('reader.copyUrl'), icon: Link2, run: () => void copy(noteAddress(note.path)) },
  ];
}
