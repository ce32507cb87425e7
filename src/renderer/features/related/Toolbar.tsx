import { ListFilter, Pin, PinOff, Unlink } from 'lucide-react';
import { memo } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import type { Choices, Follower } from './follower.ts';
import styles from './related.module.css';

interface Props extends Pick<Choices, 'mode' | 'unlinkedOnly'> {
  readonly follower: Follower;
  readonly pinned: boolean;
  readonly filtering: boolean;
  /** There is a newer answer than the one shown. */
  readonly newer: boolean;
  readonly onFilter: (open: boolean) => void;
}

/** What is compared, and which results are wanted. Drawn anew only when that changes, not with every note. */
export const Toolbar = memo(function Toolbar(props: Props) {
  const { follower, mode, unlinkedOnly, pinned, filtering, newer, onFilter } = props;
  const t = useT();
  return (
    <div className={styles.toolbar}>
      <SegmentedControl
        label={t('related.mode')}
        value={mode}
        onChange={(chosen) => follower.choose({ mode: chosen })}
        segments={[
          { value: 'notes', label: t('related.notes') },
          { value: 'passages', label: t('related.passages') },
        ]}
      />
      {newer && (
        <button
          type="button"
          className={styles.updated}
          title={t('related.updatedLong')}
          onClick={() => follower.take()}
        >
          {t('related.updated')}
        </button>
      )}
      <span className={styles.tools}>
        <IconButton
          icon={Unlink}
          label={t('related.unlinkedOnly')}
          pressed={unlinkedOnly}
          onPress={() => follower.choose({ unlinkedOnly: !unlinkedOnly })}
        />
        <IconButton
          icon={ListFilter}
          label={t('related.filter')}
          pressed={filtering}
          onPress={() => onFilter(!filtering)}
        />
        <IconButton
          icon={pinned ? PinOff : Pin}
          label={pinned ? t('related.unpin') : t('related.pin')}
          pressed={pinned}
          onPress={() => follower.pin(!pinned)}
        />
      </span>
    </div>
  );
});
