import { useT } from '../i18n/use-t.ts';
import { runCommand, useCommands } from '../state/commands.ts';
import { useSession } from '../state/session.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './app.module.css';

const WAYS = ['switcher.open', 'search.focus', 'palette.open'] as const;

/** Where no note is open: the ways to one. */
export function NoNote() {
  const t = useT();
  const all = useCommands((s) => s.all);
  const vault = useSession((s) => s.state?.vault?.name);
  return (
    <div className={styles.noNote}>
      <h1 className="sr-only">{vault}</h1>
      <Empty title={t('app.noNote')}>
        <p>{t('app.noNoteHelp')}</p>
        <ul className={styles.ways}>
          {WAYS.map((id) => {
            const command = all.get(id);
            return (
              command && (
                <li key={id}>
                  <Button look="quiet" onPress={() => runCommand(id)}>
                    {t(command.title)}
                  </Button>
                  {command.keys && <Kbd keys={command.keys} />}
                </li>
              )
            );
          })}
        </ul>
      </Empty>
    </div>
  );
}
