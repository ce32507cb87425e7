import { useT } from '../../../../i18n/use-t.ts';
import { cx } from '../../../../ui/cx.ts';
import styles from '../note.module.css';

/** Whether a task is done; to be read, not ticked: the vault is not written to. */
export function Task({ 'data-done': done }: { readonly 'data-done'?: string | boolean }) {
  const t = useT();
  const is = done === true || done === 'true' || done === '';
  return (
    <span
      role="img"
      aria-label={t(is ? 'reader.taskDone' : 'reader.task')}
      className={cx(styles.task, is && styles.done)}
    />
  );
}
