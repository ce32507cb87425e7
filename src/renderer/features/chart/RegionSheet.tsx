import { RotateCcw } from 'lucide-react';
import { type CSSProperties, useEffect, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { ChartRegion } from '../../../contract/chart.ts';
import { css } from '../../chart/layers.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './chart.module.css';
import { nameOfRegion } from './names.ts';
import { useRegionChange } from './use-region-change.ts';
import { usePalette } from './use-theme.ts';

interface Props {
  /** The region that is named; null while none is. */
  readonly region: ChartRegion | null;
  readonly onClose: () => void;
}

/** Gives a region a name and a colour of the person's own. */
export function RegionSheet({ region, onClose }: Props) {
  const t = useT();
  const change = useRegionChange();
  const palette = usePalette();
  const [name, setName] = useState('');
  const [colour, setColour] = useState<number | null>(null);
  useEffect(() => {
    setName(region ? nameOfRegion(region) : '');
    setColour(region?.colour ?? null);
  }, [region]);
  const keep = (said: string | null) => {
    if (region) change({ id: region.id, name: said, colour });
    onClose();
  };
  // A name that nobody touched stays the region's own, and follows its notes.
  const said = region && name.trim() === nameOfRegion(region) ? region.name : name.trim();
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
          if (name.trim()) keep(said);
        }}
      >
        <TextField label={t('chart.region.name')} value={name} onChange={setName} autoFocus />
        <RadioGroup
          className={styles.swatches!}
          value={String(colour ?? '')}
          onChange={(value) => setColour(value === '' ? null : Number(value))}
        >
          <Label>{t('chart.region.colour')}</Label>
          <div>
            <Radio value="" className={styles.swatch!} aria-label={t('chart.region.colour.own')}>
              <RotateCcw size={14} aria-hidden />
            </Radio>
            {palette.categories.map((of, n) => (
              <Radio
                key={css(of)}
                value={String(n)}
                className={styles.swatch!}
                style={{ '--swatch': css(of) } as CSSProperties}
                aria-label={t(`chart.swatch.${n as 0}`)}
              />
            ))}
          </div>
        </RadioGroup>
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
