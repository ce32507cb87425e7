import { Compass, Cpu, EyeOff, FolderOpen, Info, ListX, type LucideIcon, Palette } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Settings } from '../../../contract/settings.ts';
import { useT } from '../../i18n/use-t.ts';
import { useSession } from '../../state/session.ts';
import { CodedError } from '../../ui/CodedError.tsx';
import { AboutPart } from './AboutPart.tsx';
import { AppearancePart } from './AppearancePart.tsx';
import { ComputingPart } from './ComputingPart.tsx';
import { ExclusionsPart } from './ExclusionsPart.tsx';
import { ModelPart } from './ModelPart.tsx';
import { PrivacyPart } from './PrivacyPart.tsx';
import { ResetAll, ResetPart } from './Reset.tsx';
import styles from './Settings.module.css';
import { SECTIONS, type Section, useSection } from './section.ts';
import { useChangeError } from './use-change.ts';
import { VaultPart } from './VaultPart.tsx';

const ICONS: Readonly<Record<Section, LucideIcon>> = {
  vault: FolderOpen,
  exclusions: ListX,
  model: Compass,
  computing: Cpu,
  appearance: Palette,
  privacy: EyeOff,
  about: Info,
};

interface Props {
  readonly settings: Settings;
}

/** The parts of the settings: their names to the left, the chosen one to the right. */
export function Parts({ settings }: Props) {
  const t = useT();
  const error = useChangeError((s) => s.error);
  const vault = useSession((s) => s.state?.vault ?? null);
  const section = useSection((s) => s.section) ?? (vault ? 'vault' : 'appearance');
  return (
    <Tabs
      orientation="vertical"
      className={styles.tabs!}
      selectedKey={section}
      onSelectionChange={(key) => useSection.setState({ section: key as Section })}
    >
      <div className={styles.nav}>
        <TabList aria-label={t('settings.sections')} className={styles.list!}>
          {SECTIONS.map((id) => {
            const Icon = ICONS[id];
            return (
              <Tab key={id} id={id} className={styles.tab!}>
                <Icon size={16} aria-hidden />
                {t(`settings.${id}`)}
              </Tab>
            );
          })}
        </TabList>
        <ResetAll />
      </div>
      {SECTIONS.map((id) => (
        <TabPanel key={id} id={id} className={styles.panel!}>
          <h3 className={styles.heading}>{t(`settings.${id}`)}</h3>
          {error != null && <CodedError error={error} />}
          {part(id, settings)}
          <ResetPart section={id} settings={settings} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

function part(section: Section, settings: Settings): ReactNode {
  switch (section) {
    case 'vault':
      return <VaultPart />;
    case 'exclusions':
      return <ExclusionsPart settings={settings} />;
    case 'model':
      return <ModelPart settings={settings} />;
    case 'computing':
      return <ComputingPart settings={settings} />;
    case 'appearance':
      return <AppearancePart settings={settings} />;
    case 'privacy':
      return <PrivacyPart settings={settings} />;
    case 'about':
      return <AboutPart />;
  }
}
