import { ChevronDown, Ellipsis } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useIntl } from 'react-intl';
import { useShallow } from 'zustand/react/shallow';
import type { ChartRegion } from '../../../contract/chart.ts';
import { type Category, COLOURINGS, type Colouring, coloursOf } from '../../chart/colouring.ts';
import { css } from '../../chart/layers.ts';
import type { ChartModel, DrawnRegion } from '../../chart/model.ts';
import { type Translate, useT } from '../../i18n/use-t.ts';
import { useChartLook } from '../../state/chart.ts';
import { Menu } from '../../ui/Menu.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './chart.module.css';
import { nameOfRegion } from './names.ts';
import { RegionSheet } from './RegionSheet.tsx';
import { useRegionChange } from './use-region-change.ts';
import { usePalette } from './use-theme.ts';

interface Props {
  readonly model: ChartModel;
  readonly onGo: (region: DrawnRegion) => void;
  readonly onSelect: (region: DrawnRegion) => void;
}

/** What the colours mean; each entry fades its notes, and brings them back. */
export function Legend({ model, onGo, onSelect }: Props) {
  const t = useT();
  const palette = usePalette();
  const { colouring, faded, set, toggle, unfade } = useChartLook(
    useShallow(({ colouring, faded, set, toggle, unfade }) => ({ colouring, faded, set, toggle, unfade })),
  );
  const [open, setOpen] = useState(false);
  const [renamed, setRenamed] = useState<ChartRegion | null>(null);
  const names = useNames(model, colouring);
  const { categories } = useMemo(
    () => coloursOf(model, colouring, palette, Date.now()),
    [model, colouring, palette],
  );
  const drawn = new Map(model.drawn.map((region) => [String(region.region.id), region]));
  return (
    <section className={styles.legend} data-open={open} aria-label={t('chart.legend')}>
      <div className={styles.legendHead}>
        <Select<Colouring>
          aria-label={t('chart.colour')}
          value={colouring}
          onChange={(value) => set({ colouring: value })}
          choices={COLOURINGS.map((value) => ({ value, label: t(`chart.colour.${value}`) }))}
        />
        <button
          type="button"
          className={styles.unfold}
          aria-expanded={open}
          aria-label={t('chart.legend')}
          onClick={() => setOpen(!open)}
        >
          <ChevronDown size={14} aria-hidden />
        </button>
        {faded.size > 0 && (
          <Button className={styles.quiet!} onPress={unfade}>
            {t('chart.legend.all')}
          </Button>
        )}
      </div>
      <ul className={styles.entries}>
        {categories.map((category) => {
          const name = names(category);
          const region = colouring === 'region' ? drawn.get(category.key) : undefined;
          return (
            <li key={category.key} className={styles.entry}>
              <button
                type="button"
                className={styles.entryName}
                aria-pressed={!faded.has(category.key)}
                title={t('chart.legend.entry', { name, notes: category.notes })}
                onClick={() => toggle(category.key)}
              >
                <i style={{ color: css(category.colour) }} />
                <span>{name}</span>
                <em>{category.notes}</em>
              </button>
              {region && <RegionMenu region={region} onGo={onGo} onSelect={onSelect} onRename={setRenamed} />}
            </li>
          );
        })}
      </ul>
      <RegionSheet region={renamed} onClose={() => setRenamed(null)} />
    </section>
  );
}

interface MenuProps {
  readonly region: DrawnRegion;
  readonly onGo: (region: DrawnRegion) => void;
  readonly onSelect: (region: DrawnRegion) => void;
  readonly onRename: (region: ChartRegion) => void;
}

function RegionMenu({ region, onGo, onSelect, onRename }: MenuProps) {
  const t = useT();
  const change = useRegionChange();
  const { id, hidden } = region.region;
  const label = t('chart.region.more', { name: nameOfRegion(region.region) });
  return (
    <Menu
      label={label}
      placement="bottom end"
      actions={[
        { id: 'go', label: t('chart.region.go'), run: () => onGo(region) },
        { id: 'select', label: t('chart.region.select'), run: () => onSelect(region) },
        { id: 'rename', label: t('chart.region.rename'), run: () => onRename(region.region) },
        {
          id: 'hide',
          label: t(hidden ? 'chart.region.unhide' : 'chart.region.hide'),
          run: () => change({ id, hidden: !hidden }),
        },
      ]}
    >
      <Button className={styles.more!} aria-label={label}>
        <Ellipsis size={14} aria-hidden />
      </Button>
    </Menu>
  );
}

/** Names of the legend's entries. */
function useNames(model: ChartModel, colouring: Colouring): (category: Category) => string {
  const t = useT();
  const { locale } = useIntl();
  return useMemo(() => {
    const languages = new Intl.DisplayNames([locale], { type: 'language' });
    const regions = new Map(model.drawn.map(({ region }) => [String(region.id), nameOfRegion(region)]));
    return (category) => nameOf(category, colouring, t, regions, languages);
  }, [model, colouring, t, locale]);
}

function nameOf(
  { key, to }: Category,
  colouring: Colouring,
  t: Translate,
  regions: ReadonlyMap<string, string>,
  languages: Intl.DisplayNames,
): string {
  if (key === '') return t('chart.legend.none');
  if (key === '…') return t('chart.legend.rest');
  switch (colouring) {
    case 'region':
      return regions.get(key) ?? key;
    case 'language':
      return languages.of(key) ?? key;
    case 'tag':
      return `#${key}`;
    case 'age':
      return t(`chart.age.${key as '0'}`);
    case 'links':
      return to === Infinity ? t('chart.links.more', { n: 12 }) : t('chart.links.upTo', { n: to! });
    default:
      return key;
  }
}
