import { ProgressBar } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './ProgressLine.module.css';

interface Props {
  /** 0..1; null while it is not known how much there is. */
  readonly value: number | null;
  readonly label: string;
  /** The value in words, for screen readers. */
  readonly text?: string;
  readonly className?: string;
}

/** A hairline that fills. */
export function ProgressLine({ value, label, text, className }: Props) {
  return (
    <ProgressBar
      aria-label={label}
      value={(value ?? 0) * 100}
      isIndeterminate={value === null}
      {...(text && { valueLabel: text })}
      className={cx(styles.line, className)}
    >
      {({ percentage, isIndeterminate }) => (
        <span
          className={isIndeterminate ? styles.drifting : styles.fill}
          style={isIndeterminate ? undefined : { inlineSize: `${percentage}%` }}
        />
      )}
    </ProgressBar>
  );
}
