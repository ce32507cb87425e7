import { useT } from '../../i18n/use-t.ts';
import { useLayout } from '../../state/layout.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { Problems } from './Problems.tsx';

/** What could not be read, what was left out and what was odd, over the page. */
export function ProblemsSheet() {
  const t = useT();
  const open = useLayout((s) => s.sheet === 'problems');
  const close = () => useLayout.getState().set({ sheet: null });
  return (
    <Sheet
      open={open}
      onClose={close}
      title={t('problems.title')}
      closeLabel={t('problems.close')}
      size="wide"
    >
      <Problems />
    </Sheet>
  );
}
