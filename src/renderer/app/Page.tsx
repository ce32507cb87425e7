import { lazy, Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { type Sheet, useLayout } from '../state/layout.ts';
import { useSession } from '../state/session.ts';
import { Announcer } from './Announcer.tsx';
import { useAppearance } from './appearance.ts';
import { DropTarget } from './DropTarget.tsx';
import { Lost } from './Lost.tsx';
import { useHostCommands } from './use-host-commands.ts';
import { usePageCommands } from './use-page-commands.ts';
import { useRememberedLayout } from './use-remembered-layout.ts';
import { useSessionSync } from './use-session-sync.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useTitle } from './use-title.ts';
import { Vault } from './Vault.tsx';

// What a vault that is open already does not need at once.
const Welcome = lazy(() => import('../features/welcome/index.ts').then((m) => ({ default: m.Welcome })));
const SettingsSheet = lazy(() =>
  import('../features/settings/index.ts').then((m) => ({ default: m.SettingsSheet })),
);
const ChooserSheet = lazy(() =>
  import('../features/welcome/index.ts').then((m) => ({ default: m.ChooserSheet })),
);
const ProblemsSheet = lazy(() =>
  import('../features/problems/index.ts').then((m) => ({ default: m.ProblemsSheet })),
);

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
  const settingsAsked = useOnce('settings');
  const problemsAsked = useOnce('problems');
  const folderAsked = useOnce('folder');
  const layoutKnown = useRememberedLayout();
  if (!state || !settings || !layoutKnown) return lost ? <Lost /> : null;
  return (
    <>
      <Suspense>
        {state.vault ? <Vault key={state.vault.path} path={state.vault.path} /> : <Welcome />}
      </Suspense>
      <Suspense>
        {settingsAsked && <SettingsSheet />}
        {folderAsked && <ChooserSheet />}
        {problemsAsked && state.vault && <ProblemsSheet />}
      </Suspense>
      <DropTarget />
      <Announcer />
    </>
  );
}

/** True from the first time on that the sheet was asked for. */
function useOnce(sheet: Sheet): boolean {
  const open = useLayout((s) => s.sheet === sheet);
  const [asked, setAsked] = useState(open);
  if (open && !asked) setAsked(true);
  return asked || open;
}
