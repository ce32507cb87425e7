import { Command } from 'cmdk';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { Haystack } from '../../find/haystack.ts';
import { Needle } from '../../find/needle.ts';
import { useT } from '../../i18n/use-t.ts';
import { afterSheets } from '../../state/after-sheets.ts';
import { runCommand, useCommands } from '../../state/commands.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './palette.module.css';
import { lately, oftenOf, used } from './used-commands.ts';

/** Everything that can be done now, by name, with its keys. */
export function CommandList({ onDone }: { readonly onDone: () => void }) {
  const t = useT();
  const all = useCommands((s) => s.all);
  const { locale } = useIntl();
  const [typed, setTyped] = useState('');
  const offered = useMemo(() => {
    const possible = [...all.values()].filter(({ id, when }) => id !== 'palette.open' && when?.() !== false);
    const named = possible.map((command) => ({ ...command, words: t(command.title) }));
    const { compare } = new Intl.Collator(locale);
    return lately(named.sort((a, b) => oftenOf(a.id) - oftenOf(b.id) || compare(a.words, b.words)));
  }, [all, t, locale]);
  const shown = useMemo(() => {
    const needle = new Needle(typed);
    if (needle.text === '') return offered;
    const hay = new Haystack();
    for (const { words } of offered) hay.add(words);
    const found = needle.find(hay, offered.length);
    for (const i of needle.findLoosely(hay, offered.length)) if (!found.includes(i)) found.push(i);
    return found.map((i) => offered[i]!);
  }, [typed, offered]);

  const run = (id: string) => {
    used(id);
    onDone();
    // A command may move the focus, which the sheet would take back.
    afterSheets(() => runCommand(id));
  };
  return (
    <Command
      className={styles.command}
      label={t('palette.commands')}
      shouldFilter={false}
      vimBindings={false}
      loop
    >
      <Command.Input
        autoFocus
        className={styles.input}
        placeholder={t('palette.commandsHint')}
        value={typed}
        onValueChange={setTyped}
      />
      <Command.List className={styles.list} label={t('palette.commands')}>
        <Command.Empty className={styles.none}>{t('palette.none')}</Command.Empty>
        {shown.map(({ id, words, keys }) => (
          <Command.Item key={id} value={id} className={styles.item} onSelect={() => run(id)}>
            <span className={styles.name}>{words}</span>
            {keys && <Kbd keys={keys} />}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}
