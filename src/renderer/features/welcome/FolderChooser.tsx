import { useQuery } from '@tanstack/react-query';
import { CornerLeftUp, Folder, House } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { useHost } from '../../app/context.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { CodedError } from '../../ui/CodedError.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './FolderChooser.module.css';
import type { Opening } from './use-open.ts';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly opening: Opening;
  /** A folder was dropped, and the page is not told where it lies. */
  readonly dropped?: boolean;
}

/** Finds a folder where no dialog of the system can be asked: by walking, or by typing where it is. */
export function FolderChooser({ open, onClose, opening, dropped = false }: Props) {
  const t = useT();
  return (
    <Sheet open={open} onClose={onClose} title={t('welcome.chooser')} closeLabel={t('welcome.chooser.close')}>
      <Walk onClose={onClose} opening={opening} dropped={dropped} />
    </Sheet>
  );
}

function Walk({ onClose, opening, dropped }: Omit<Props, 'open'>) {
  const t = useT();
  const host = useHost();
  const [at, setAt] = useState<string | undefined>(undefined);
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const answer = useQuery({
    queryKey: ['folders', at ?? null],
    queryFn: () => host.folders(at === undefined ? {} : { path: at }),
    staleTime: 0,
  });
  const { error, isFetching } = answer;
  // Where a folder cannot be read, the one before stays in sight.
  const [data, setData] = useState(answer.data);
  useEffect(() => {
    if (!answer.data) return;
    setData(answer.data);
    setTyped(answer.data.path);
  }, [answer.data]);
  // Where there is nothing to walk into, the keyboard goes on by typing; else the list takes it.
  useEffect(() => {
    if (data?.folders.length === 0) input.current?.focus();
  }, [data]);
  const go = (path: string | undefined) => {
    opening.clear();
    setAt(path);
  };
  const open = async (path: string) => {
    if (await opening.open(path)) onClose();
  };
  const typedElsewhere = typed.trim() !== '' && typed.trim() !== data?.path;
  const failed = opening.error ?? error;
  return (
    <div className={styles.chooser}>
      <form
        className={styles.where}
        onSubmit={(event) => {
          event.preventDefault();
          go(typed.trim() || undefined);
        }}
      >
        <IconButton icon={House} label={t('welcome.chooser.home')} onPress={() => go(undefined)} />
        <IconButton
          icon={CornerLeftUp}
          label={t('welcome.chooser.up')}
          isDisabled={!data?.parent}
          onPress={() => data?.parent && go(data.parent)}
        />
        <TextField
          aria-label={t('welcome.chooser.path')}
          inputRef={input}
          value={typed}
          onChange={setTyped}
          className={styles.path!}
        />
        <Button type="submit" isDisabled={!typedElsewhere}>
          {t('welcome.chooser.go')}
        </Button>
      </form>
      {dropped && failed == null && (
        <div className={styles.error}>
          <ErrorNote look="note" what={t('welcome.dropUnknown')} />
        </div>
      )}
      {failed != null && (
        <div className={styles.error}>
          <CodedError error={failed} />
        </div>
      )}
      {data && data.folders.length > 0 ? (
        <GridList
          key={data.path}
          className={styles.list!}
          aria-label={t('welcome.chooser.list', { path: data.path })}
          aria-busy={isFetching}
          items={data.folders.map((folder) => ({ ...folder, id: folder.path }))}
          onAction={(key) => go(String(key))}
          autoFocus="first"
        >
          {(folder) => (
            <GridListItem className={styles.folder!} textValue={folder.name}>
              <Folder size={16} aria-hidden />
              <span className={styles.name}>{folder.name}</span>
              {folder.vault && <span className={styles.vault}>{t('welcome.chooser.vault')}</span>}
            </GridListItem>
          )}
        </GridList>
      ) : (
        <p className={styles.empty}>{t(data ? 'welcome.chooser.empty' : 'welcome.chooser.loading')}</p>
      )}
      <footer className={styles.foot}>
        <span className={styles.notes} aria-live="polite">
          {data && !error && t('welcome.chooser.notes', { count: data.notes })}
        </span>
        <Button onPress={onClose}>{t('welcome.chooser.cancel')}</Button>
        <Button
          look="primary"
          isDisabled={!data || error !== null || opening.busy !== null}
          onPress={() => data && void open(data.path)}
        >
          {t('welcome.chooser.open', { name: nameOf(data?.path ?? '') })}
        </Button>
      </footer>
    </div>
  );
}

const nameOf = (path: string) => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;
