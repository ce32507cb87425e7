import { useIntl } from 'react-intl';
import { ProblemsSheet } from '../features/problems/index.ts';
import { SettingsSheet } from '../features/settings/index.ts';
import { Welcome } from '../features/welcome/index.ts';
import { useSession } from '../state/session.ts';
import { Announcer } from './Announcer.tsx';
import { useAppearance } from './appearance.ts';
import { Lost } from './Lost.tsx';
import { useHostCommands } from './use-host-commands.ts';
import { usePageCommands } from './use-page-commands.ts';
import { useRememberedLayout } from './use-remembered-layout.ts';
import { useSessionSync } from './use-session-sync.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useTitle } from './use-title.ts';
import { Vault } from './Vault.tsx';

const UNTIL_KNOWN = { theme: 'system', zoom: 1 } as const;

/** The welcome page or the open vault, with what may cover either. Nothing at all until it is known which. */
export function Page() {
  useSessionSync();
  const { state, settings, lost } = useSession();
  useAppearance(settings ?? UNTIL_KNOWN, useIntl().locale);
  usePageCommands();
  useHostCommands();
  useShortcuts();
  useTitle();
  const layoutKnown = useRememberedLayout();
  if (!state || !settings || !layoutKnown) return lost ? <Lost /> : null;
  return (
    <>
      {state.vault ? <Vault key={state.vault.path} path={state.vault.path} /> : <Welcome />}
      <SettingsSheet />
      {state.vault && <ProblemsSheet />}
      <Announcer />
    </>
  );
}
