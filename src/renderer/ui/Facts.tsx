import type { ReactNode } from 'react';
import styles from './Facts.module.css';

interface Props {
  /** Null leaves a fact out. */
  readonly facts: readonly (readonly [name: string, value: ReactNode] | null)[];
}

/** Names and values, in two columns. */
export function Facts({ facts }: Props) {
  return (
    <dl className={styles.facts}>
      {facts.map(
        (fact) =>
          fact && (
            <div key={fact[0]}>
              <dt>{fact[0]}</dt>
              <dd>{fact[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
