import type { Catalogue } from '../../i18n/messages.ts';

export const en = {
  'tabs.list': 'Open notes',
  'tabs.back': 'Back',
  'tabs.forward': 'Forward',
  'tabs.close': 'Close the tab',
  'tabs.closeOthers': 'Close the other tabs',
  'tabs.reopen': 'Open the closed tab again',
  'tabs.next': 'Next tab',
  'tabs.previous': 'Previous tab',
  'tabs.left': 'Move the tab left',
  'tabs.right': 'Move the tab right',
  'tabs.all': 'All open notes',
  'tabs.moved': '{title}, now tab {at, number} of {count, number}',
  'tabs.closed': '{title} closed',
} as const;

export const es: Catalogue<typeof en> = {
  'tabs.list': 'Notas abiertas',
  'tabs.back': 'Atrás',
  'tabs.forward': 'Adelante',
  'tabs.close': 'Cerrar la pestaña',
  'tabs.closeOthers': 'Cerrar las demás pestañas',
  'tabs.reopen': 'Volver a abrir la pestaña cerrada',
  'tabs.next': 'Pestaña siguiente',
  'tabs.previous': 'Pestaña anterior',
  'tabs.left': 'Mover la pestaña a la izquierda',
  'tabs.right': 'Mover la pestaña a la derecha',
  'tabs.all': 'Todas las notas abiertas',
  'tabs.moved': '{title}, ahora pestaña {at, number} de {count, number}',
  'tabs.closed': '{title}: cerrada',
};
