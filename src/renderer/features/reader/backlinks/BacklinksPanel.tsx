import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Backlink } from '../../../../contract/backlinks.ts';
import { useEngine } from '../../../app/context.ts';
import { useT } from '../../../i18n/use-t.ts';
import { useReading } from '../../../state/reading.ts';
import { Button } from '../../../ui/Button.tsx';
import { CodedError } from '../../../ui/CodedError.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { openAt, wantsTab } from '../../passages/open-at.ts';
import { backlinksQuery } from '../note/queries.ts';
import styles from './backlinks.module.css';

const FIRST = 50;
const MOST = 500;

/** Notes that link to the one being read, and those that only speak of it, each with its words. */
export function BacklinksPanel() {
  const t = useT();
  const path = useReading((s) => s.path);
  if (path === null) return <Empty title={t('reader.backlinksNone')} />;
  return <Backlinks key={path} path={path} />;
}

function Backlinks({ path }: { readonly path: string }) {
  const t = useT();
  const [limit, setLimit] = useState(FIRST);
  const { data, error } = useQuery(backlinksQuery(useEngine(), path, limit));
  if (error) return <CodedError error={error} />;
  if (!data) return null;
  const { linked, linkedTotal, unlinked, moreUnlinked } = data;
  return (
    <div className={styles.panel}>
      <section aria-label={t('reader.linked')}>
        <h2 className={styles.head}>{t('reader.linkedCount', { count: linkedTotal })}</h2>
        {linkedTotal === 0 && <p className={styles.help}>{t('reader.linkedHelp')}</p>}
        <List links={linked} />
        {linkedTotal > linked.length && limit < MOST && (
          <Button small look="quiet" onPress={() => setLimit(MOST)}>
            {t('reader.showAll', { count: Math.min(MOST, linkedTotal) })}
          </Button>
        )}
      </section>
      <section aria-label={t('reader.unlinked')}>
        <h2 className={styles.head}>
          {t(moreUnlinked ? 'reader.unlinkedMore' : 'reader.unlinkedCount', { count: unlinked.length })}
        </h2>
        <List links={unlinked} />
      </section>
    </div>
  );
}

function List({ links }: { readonly links: readonly Backlink[] }) {
  return (
    <ul>
      {links.map((link) => (
        <li key={link.note.path} className={styles.note}>
          <button
            type="button"
            className={styles.title}
            title={link.note.path}
            onClick={(event) => openAt(link.note.path, link.places[0], wantsTab(event))}
          >
            {link.note.title}
          </button>
          <Places link={link} />
        </li>
      ))}
    </ul>
  );
}

/** Places shown of each note before all are asked for. */
const SHOWN = 3;

function Places({ link: { note, places } }: { readonly link: Backlink }) {
  const t = useT();
  const [all, setAll] = useState(false);
  const shown = all ? places : places.slice(0, SHOWN);
  return (
    <ul lang={note.language === 'und' ? undefined : note.language}>
      {shown.map((place) => {
        const { text, mark, headingPath, start, end } = place;
        return (
          <li key={start}>
            <button
              type="button"
              className={styles.place}
              onClick={(event) => openAt(note.path, { start, end }, wantsTab(event))}
              onAuxClick={(event) => event.button === 1 && openAt(note.path, { start, end }, true)}
            >
              {headingPath.length > 0 && <span className={styles.path}>{headingPath.join(' › ')}</span>}
              <span>
                {text.slice(0, mark.start)}
                <mark>{text.slice(mark.start, mark.end)}</mark>
                {text.slice(mark.end)}
              </span>
            </button>
          </li>
        );
      })}
      {!all && places.length > SHOWN && (
        <li>
          <Button small look="quiet" onPress={() => setAll(true)}>
            {t('reader.places', { count: places.length })}
          </Button>
        </li>
      )}
    </ul>
  );
}
