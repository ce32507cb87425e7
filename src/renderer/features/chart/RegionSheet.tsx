import { useEffect, useState } from 'react';
import type { ChartRegion } from '../../../contract/chart.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './chart.module.css';
import { nameOfRegion } from './names.ts';
import { useRegionChange } from './use-region-change.ts';

interface Props {
  /** The region that is named; null while none is. */
  readonly region: ChartRegion | null;
  readonly onClose: () => void;
}

/** Gives a region a name of the person's own. */
export function RegionSheet({ region, onClose }: Props) {
  const t = useT();
  const change = useRegionChange();
  const [name, setName] = useState('');
  useEffect(() => setName(region ? nameOfRegion(region) : ''), [region]);
  const keep = (said: string | null) => {
    if (region) change({ id: region.id, name: said });
    onClose();
  };
  return (
    <Sheet
      size="small"
      title={t('chart.region.rename')}
      closeLabel={t('chart.region.cancel')}
      open={region !== null}
      onClose={onClose}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) keep(name.trim());
        }}
      >
        <TextField label={t('chart.region.name')} value={name} onChange={setName} autoFocus />
        <div className={styles.formEnd}>
          {region?.name != null && <Button onPress={() => keep(null)}>{t('chart.region.unname')}</Button>}
          <Button look="primary" type="submit" isDisabled={!name.trim()}>
            {t('chart.region.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
