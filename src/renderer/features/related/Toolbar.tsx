import { ListFilter, Pin, PinOff, Unlink } from 'lucide-react';
import { useT } from '../../i18n/use-t.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import type { Choices } from './follower.ts';
import styles from './related.module.css';

interface Props {
  readonly choices: Choices;
  readonly pinned: boolean;
  readonly filtering: boolean;
  /** There is a newer answer than the one shown. */
  readonly newer: boolean;
  readonly onTake: () => void;
  readonly onChoose: (choices: Partial<Choices>) => void;
  readonly onPin: (pinned: boolean) => void;
  readonly onFilter: (open: boolean) => void;
}

/** What is compared, and which results are wanted. */
export function Toolbar({ choices, pinned, filtering, newer, onTake, onChoose, onPin, onFilter }: Props) {
  const t = useT();
  return (
    <div className={styles.toolbar}>
      <SegmentedControl
        label={t('related.mode')}
        value={choices.mode}
        onChange={(mode) => onChoose({ mode })}
        segments={[
          { value: 'notes', label: t('related.notes') },
          { value: 'passages', label: t('related.passages') },
        ]}
      />
      {newer && (
        <button type="button" className={styles.updated} title={t('related.updatedLong')} onClick={onTake}>
          {t('related.updated')}
        </button>
      )}
      <span className={styles.tools}>
        <IconButton
          icon={Unlink}
          label={t('related.unlinkedOnly')}
          pressed={choices.unlinkedOnly}
          onPress={() => onChoose({ unlinkedOnly: !choices.unlinkedOnly })}
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
          onPress={() => onPin(!pinned)}
        />
      </span>
    </div>
  );
}
