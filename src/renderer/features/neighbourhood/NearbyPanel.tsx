import { CircleDot, Compass, List } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Neighbourhood } from '../../../contract/neighbourhood.ts';
import { useT } from '../../i18n/use-t.ts';
import { placeOf, useTabs } from '../../state/tabs.ts';
import { CodedError } from '../../ui/CodedError.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { useNarrower } from '../../ui/use-narrower.ts';
import { NearbyList } from './NearbyList.tsx';
import { NearbyPicture } from './NearbyPicture.tsx';
import styles from './nearby.module.css';
import { isLinked, SIGHTS, type Sight, seenBy } from './ties.ts';
import { useNeighbourhood } from './use-neighbourhood.ts';

/** Notes around it, and in a pane that is narrow, in rem. */
const LIMIT = 36;
const LIMIT_NARROW = 22;
const NARROW = 19;

/** The notes around the one that is read, two steps out: links and meaning apart. */
export default function NearbyPanel() {
  const t = useT();
  const read = useTabs((s) => placeOf(s)?.path ?? null);
  // Another note can be put in the middle, until another one is read.
  const [centre, setCentre] = useState<{ readonly of: string | null; readonly path: string } | null>(null);
  const path = centre && centre.of === read ? centre.path : read;
  const [sight, setSight] = useState<Sight>('all');
  const [listed, setListed] = useState(false);
  const [box, setBox] = useState<HTMLElement | null>(null);
  const narrow = useNarrower(box, NARROW);
  const { data, error } = useNeighbourhood(path, narrow ? LIMIT_NARROW : LIMIT);
  const drawn = useMemo(() => data && seenBy(data, sight), [data, sight]);
  const open = (note: string, newTab: boolean) => useTabs.getState().open(note, { newTab });
  const put = (note: string) => setCentre({ of: read, path: note });

  return (
    <section ref={setBox} className={styles.panel} aria-label={t('nearby.title')}>
      <div className={styles.toolbar}>
        <SegmentedControl<Sight>
          label={t('nearby.sight')}
          value={sight}
          onChange={setSight}
          className={styles.sights!}
          segments={SIGHTS.map((value) => ({ value, label: t(`nearby.sight.${value}`) }))}
        />
        {path !== read && (
          <IconButton icon={CircleDot} label={t('nearby.back')} onPress={() => setCentre(null)} />
        )}
        <IconButton
          icon={List}
          label={t('nearby.list')}
          pressed={listed}
          onPress={() => setListed(!listed)}
        />
      </div>
      {path === null ? (
        <Empty icon={Compass} title={t('nearby.none.title')}>
          {t('nearby.none.words')}
        </Empty>
      ) : error && !data ? (
        <CodedError error={error} />
      ) : !drawn || !data ? (
        <p className={styles.asking} role="status">
          {t('nearby.asking')}
        </p>
      ) : drawn.notes.length < 2 ? (
        <Empty icon={Compass} title={t('nearby.alone.title')}>
          {t(sight === 'all' ? 'nearby.alone.words' : 'nearby.alone.sight')}
        </Empty>
      ) : listed ? (
        <NearbyList drawn={drawn} onRead={open} />
      ) : (
        <NearbyPicture key={data.notes[0]!.note.path} drawn={drawn} onRead={open} onCentre={put} />
      )}
      {path !== null && data && hiddenLinks(data) > 0 && (
        <p className={styles.foot}>{t('nearby.more', { n: hiddenLinks(data) })}</p>
      )}
    </section>
  );
}

/** Notes linked with the middle that there was no room for. */
const hiddenLinks = ({ ties, linkedTotal }: Neighbourhood): number =>
  linkedTotal - ties.filter((tie) => tie.from === 0 && isLinked(tie)).length;
