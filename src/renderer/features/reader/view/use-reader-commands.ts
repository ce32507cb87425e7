import { useEffect } from 'react';
import type { NoteEntry } from '../../../../contract/notes.ts';
import { type Command, useCommands } from '../../../state/commands.ts';
import { useNoteActions } from './use-note-actions.ts';

const NOTE: NoteEntry = {
  path: '',
  title: '',
  language: 'und',
  kind: 'markdown',
  aliases: [],
  tags: [],
  size: 0,
  modified: 0,
  created: 0,
  date: null,
};

const TITLES = {
  obsidian: 'reader.cmdObsidian',
  reveal: 'reader.cmdReveal',
  'copy-link': 'reader.cmdCopyLink',
  'copy-url': 'reader.cmdCopyUrl',
} as const;

const KEYS: Readonly<Record<string, string>> = { 'copy-link': 'Mod+Shift+C' };

/** What can be done with the note that is read, from the palette and by keys. */
export function useReaderCommands(note: NoteEntry | null): void {
  const actions = useNoteActions(note ?? NOTE, () => {});
  const register = useCommands((s) => s.register);
  // biome-ignore lint/correctness/useExhaustiveDependencies: actions are made anew with every drawing
  useEffect(() => {
    const commands = actions.flatMap((action): Command[] => {
      const title = action && TITLES[action.id as keyof typeof TITLES];
      if (!action || !title) return [];
      const keys = KEYS[action.id];
      return [
        {
          id: `reader.${action.id}`,
          title,
          run: action.run,
          when: () => note !== null,
          ...(keys && { keys }),
        },
      ];
    });
    return register(commands);
  }, [note?.path, actions.length, register]);
}
