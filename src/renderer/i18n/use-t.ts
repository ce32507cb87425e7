import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from './catalogue.ts';

type Value = string | number | boolean | Date | null | undefined;

export interface Translate {
  (id: MessageId, values?: Readonly<Record<string, Value>>): string;
  /** With elements or tags among the values: `rich('welcome.note', { b: (text) => <b>{text}</b> })`. */
  rich(
    id: MessageId,
    values: Readonly<Record<string, Value | ReactNode | ((parts: ReactNode[]) => ReactNode)>>,
  ): ReactNode;
}

/** The interface's words in the person's language. */
export function useT(): Translate {
  const intl = useIntl();
  const t = (id: MessageId, values?: Readonly<Record<string, Value>>) => intl.formatMessage({ id }, values);
  const rich: Translate['rich'] = (id, values) => intl.formatMessage({ id }, values as never) as ReactNode;
  return Object.assign(t, { rich });
}
