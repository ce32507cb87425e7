import type { Locale } from './catalogue.ts';

/** The interface's language: the one chosen, else the first of the machine's that there is, else English. */
export function localeOf(chosen: 'system' | Locale, machine: readonly string[]): Locale {
  if (chosen !== 'system') return chosen;
  for (const tag of machine) {
    const language = tag.toLowerCase().split(/[-_]/)[0];
    if (language === 'es' || language === 'en') return language;
  }
  return 'en';
}

/** How numbers and dates are written: the machine's own variant of the language where it has one. */
export function formatsOf(locale: Locale, machine: readonly string[]): string {
  return machine.find((tag) => tag.toLowerCase().startsWith(locale)) ?? locale;
}
