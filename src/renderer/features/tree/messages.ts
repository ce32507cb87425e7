import type { Catalogue } from '../../i18n/messages.ts';

export const en = {} as const;
export const es: Catalogue<typeof en> = {};
