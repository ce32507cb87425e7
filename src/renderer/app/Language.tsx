import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import { CATALOGUES } from '../i18n/catalogue.ts';
import { formatsOf, localeOf } from '../i18n/locale.ts';
import { useSession } from '../state/session.ts';

/** The person's language, for our words and for those of the components. */
export function Language({ children }: { readonly children: ReactNode }) {
  const chosen = useSession((s) => s.settings?.language ?? 'system');
  const about = useSession((s) => s.about);
  // A browser knows what its person reads; the server behind it need not run in their language.
  const machine = about?.shell === 'electron' ? about.locales : navigator.languages;
  const locale = localeOf(chosen, machine);
  const tag = formatsOf(locale, machine);
  return (
    <IntlProvider locale={tag} messages={CATALOGUES[locale]} onError={() => {}}>
      <I18nProvider locale={tag}>{children}</I18nProvider>
    </IntlProvider>
  );
}
