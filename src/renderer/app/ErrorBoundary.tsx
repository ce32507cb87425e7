import { Component, type ReactNode } from 'react';
import { useT } from '../i18n/use-t.ts';
import { Button } from '../ui/Button.tsx';
import { CodedError } from '../ui/CodedError.tsx';
import styles from './app.module.css';

interface Props {
  readonly children: ReactNode;
  /** A change of it is a new chance: the note, the vault. */
  readonly resetKey?: unknown;
}

interface State {
  readonly error: unknown;
  readonly key: unknown;
}

/** A part of the page that failed says so and can be tried again; the parts around it go on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, key: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error ?? new Error('nothing was thrown') };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.key ? null : { error: null, key: props.resetKey };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <Failed error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}

function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useT();
  return (
    <div className={styles.failed}>
      <CodedError error={error} actions={<Button onPress={onRetry}>{t('app.tryAgain')}</Button>} />
    </div>
  );
}
