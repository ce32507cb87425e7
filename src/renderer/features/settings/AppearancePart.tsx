import { Minus, Plus } from 'lucide-react';
import { useIntl } from 'react-intl';
import type { Settings } from '../../../contract/settings.ts';
import { useT } from '../../i18n/use-t.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { Field } from './Field.tsx';
import styles from './Settings.module.css';
import { useChange } from './use-change.ts';
import { zoomStep } from './zoom.ts';

const THEMES = ['system', 'light', 'dark'] as const;
const LANGUAGES = ['system', 'en', 'es'] as const;

/** How Portolan looks and in which language it speaks. */
export function AppearancePart({ settings }: { readonly settings: Settings }) {
  const t = useT();
  const intl = useIntl();
  const change = useChange();
  const smaller = zoomStep(settings.zoom, -1);
  const larger = zoomStep(settings.zoom, 1);
  return (
    <>
      <Field label={t('settings.theme')} help={t('settings.theme.help')}>
        <SegmentedControl
          label={t('settings.theme')}
          value={settings.theme}
          onChange={(theme) => void change({ theme })}
          segments={THEMES.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
        />
      </Field>
      <Field label={t('settings.language')} help={t('settings.language.help')}>
        <SegmentedControl
          label={t('settings.language')}
          value={settings.language}
          onChange={(language) => void change({ language })}
          segments={LANGUAGES.map((value) => ({ value, label: t(`settings.language.${value}`) }))}
        />
      </Field>
      <Field label={t('settings.zoom')} help={t('settings.zoom.help')}>
        {({ label }) => (
          <fieldset className={styles.zoom} aria-labelledby={label}>
            <IconButton
              icon={Minus}
              label={t('settings.zoom.smaller')}
              isDisabled={smaller === null}
              onPress={() => smaller !== null && void change({ zoom: smaller })}
            />
            <output aria-live="polite">{intl.formatNumber(settings.zoom, { style: 'percent' })}</output>
            <IconButton
              icon={Plus}
              label={t('settings.zoom.larger')}
              isDisabled={larger === null}
              onPress={() => larger !== null && void change({ zoom: larger })}
            />
          </fieldset>
        )}
      </Field>
    </>
  );
}
