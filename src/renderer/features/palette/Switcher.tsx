import { Command } from 'cmdk';
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Found } from '../../find/note-index.ts';
import { useNoteIndex } from '../../find/use-note-index.ts';
import { useT } from '../../i18n/use-t.ts';
import { afterSheets } from '../../state/after-sheets.ts';
import { useLayout } from '../../state/layout.ts';
import { useTabs } from '../../state/tabs.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { NoteItem } from './NoteItem.tsx';
import styles from './palette.module.css';
import { useRecent } from './use-recent.ts';

interface Props {
  readonly onDone: () => void;
  /** A note is opened: the focus belongs to it. */
  readonly onOpen: () => void;
}

/** Goes to a note by its title, an alias or a heading; the notes read last where nothing is typed. */
export function Switcher({ onDone, onOpen }: Props) {
  const t = useT();
  const index = useNoteIndex(true);
  const recent = useRecent();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState('');
  const looked = useDeferredValue(typed);
  const found = useMemo(() => index?.find(looked) ?? [], [index, looked]);
  const items = new Map<string, Found>();
  const shown = looked.trim() === '' ? recent : [{ title: 'palette.found' as const, found }];
  for (const group of shown) for (const one of group.found) items.set(keyOf(one), one);
  // The first one, also where it comes after what was typed; until somebody moves to another.
  const moved = useRef(false);
  const first = items.keys().next().value ?? (looked.trim() ? SEARCH : '');
  const selected = items.has(chosen) || chosen === SEARCH ? chosen : first;
  const type = (text: string) => {
    moved.current = false;
    setChosen('');
    setTyped(text);
  };

  const open = (one: Found | undefined, newTab: boolean) => {
    onDone();
    if (!one) afterSheets(() => useLayout.getState().ask(typed.trim()));
    else {
      useTabs.getState().open(one.note.path, { newTab, ...(one.by === 'heading' && { heading: one.text }) });
      onOpen();
    }
  };
  // Which keys are held is known here only: choosing an item does not say.
  const onKeyDown = (event: KeyboardEvent) => {
    moved.current ||= MOVES.has(event.key);
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const newTab = event.ctrlKey || event.metaKey;
    // Whoever types faster than the list follows means what was typed.
    const late = looked !== typed;
    const one = late ? (index?.find(typed)[0] ?? [...items.values()][0]) : items.get(selected);
    if (one || typed.trim()) open(one, newTab);
  };

  return (
    <Command
      className={styles.command}
      label={t('palette.notes')}
      shouldFilter={false}
      vimBindings={false}
      loop
      value={selected}
      onValueChange={(value) => moved.current && setChosen(value)}
      onKeyDown={onKeyDown}
      onPointerMoveCapture={() => {
        moved.current = true;
      }}
    >
      <Command.Input
        autoFocus
        className={styles.input}
        placeholder={t('palette.notesHint')}
        value={typed}
        onValueChange={type}
      />
      <Command.List className={styles.list} label={t('palette.notes')}>
        {!index && typed && <p className={styles.none}>{t('palette.preparing')}</p>}
        {shown.map(
          (group) =>
            group.found.length > 0 && (
              <Command.Group key={group.title} heading={t(group.title)} className={styles.group}>
                {group.found.map((one) => (
                  <Command.Item
                    key={keyOf(one)}
                    value={keyOf(one)}
                    className={styles.item}
                    onSelect={() => open(one, false)}
                  >
                    <NoteItem found={one} />
                  </Command.Item>
                ))}
              </Command.Group>
            ),
        )}
        {looked.trim() !== '' && (
          <Command.Item value={SEARCH} className={styles.item} onSelect={() => open(undefined, false)}>
            <span className={styles.name}>{t('palette.searchFor', { text: looked.trim() })}</span>
          </Command.Item>
        )}
      </Command.List>
      <footer className={styles.foot}>
        <span>
          <Kbd keys="Enter" /> {t('palette.keysOpen')}
        </span>
        <span>
          <Kbd keys="Mod+Enter" /> {t('palette.keysNewTab')}
        </span>
      </footer>
    </Command>
  );
}

const SEARCH = '?';
const MOVES: ReadonlySet<string> = new Set([
  'ArrowDown',
  'ArrowUp',
  'Home',
  'End',
  'PageDown',
  'PageUp',
  'Tab',
]);

/** What tells items apart; no path begins with a sign and a space. */
const keyOf = ({ by, note, text }: Found): string =>
  by === 'heading' ? `# ${note.path} ${text}` : `= ${note.path}`;
