import type { ReactNode } from 'react';
import { useErrorText } from '../i18n/use-error-text.ts';
import { ErrorNote } from './ErrorNote.tsx';

interface Props {
  /** Whatever was thrown, or a code with its parameters. */
  readonly error: unknown;
  readonly actions?: ReactNode;
  readonly look?: 'error' | 'note';
}

/** An error in the person's language. */
export function CodedError({ error, actions, look }: Props) {
  const { what, todo, code } = useErrorText()(error);
  return <ErrorNote what={what} todo={todo} code={code} actions={actions} {...(look && { look })} />;
}
