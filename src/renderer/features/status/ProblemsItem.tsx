import { CircleCheck, TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Status } from '../../../contract/status.ts';
import { useT } from '../../i18n/use-t.ts';
import { useLayout } from '../../state/layout.ts';
import { cx } from '../../ui/cx.ts';
import { useProblemCount } from '../problems/use-ledger.ts';
import styles from './StatusBar.module.css';

/** How many files could not be read as they should; opens the ledger. */
export function ProblemsItem({ status: { counts } }: { readonly status: Status }) {
  const t = useT();
  const count = useProblemCount(counts);
  const Icon = count > 0 ? TriangleAlert : CircleCheck;
  return (
    <Button
      className={cx(styles.item, styles.button, count > 0 && styles.warning)}
      aria-label={t('status.problems.label', { count })}
      onPress={() => useLayout.getState().set({ sheet: 'problems' })}
    >
      <Icon size={14} aria-hidden />
      <span className={styles.number}>{t('status.problems', { count })}</span>
    </Button>
  );
}
