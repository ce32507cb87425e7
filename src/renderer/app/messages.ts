import type { Catalogue } from '../i18n/messages.ts';

export const en = {
  'app.name': 'Portolan',
} as const;

export const es: Catalogue<typeof en> = {
  'app.name': 'Portolan',
};
