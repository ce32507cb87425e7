import { useT } from '../../i18n/use-t.ts';
import { useLayout } from '../../state/layout.ts';
import { useSession } from '../../state/session.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { Parts } from './Parts.tsx';
import { useChangeError } from './use-change.ts';

/** The settings, over the page. */
export function SettingsSheet() {
  const t = useT();
  const open = useLayout((s) => s.sheet === 'settings');
  const settings = useSession((s) => s.settings);
  const close = () => {
    useLayout.getState().set({ sheet: null });
    useChangeError.setState({ error: null });
  };
  return (
    <Sheet
      open={open && settings !== null}
      onClose={close}
      title={t('settings.title')}
      closeLabel={t('settings.close')}
      size="wide"
    >
      {settings && <Parts settings={settings} />}
    </Sheet>
  );
}
