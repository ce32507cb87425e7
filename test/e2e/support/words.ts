import { createIntl } from 'react-intl';
import { CATALOGUES, type Locale, type MessageId } from '../../../src/renderer/i18n/catalogue.ts';

export type Words = (id: MessageId, values?: Record<string, string | number>) => string;

/** What the page says, in a language: journeys look for the words that a person reads. */
export function wordsIn(locale: Locale): Words {
  const intl = createIntl({ locale, messages: CATALOGUES[locale], onError: () => {} });
  return (id, values) => intl.formatMessage({ id }, values);
}

export type { Locale };
