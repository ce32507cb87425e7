import type { Catalogue } from '../../i18n/messages.ts';

export const en = {
  'palette.commands': 'Commands',
  'palette.commandsHint': 'What do you want to do?',
  'palette.notes': 'Go to a note',
  'palette.notesHint': 'Title, alias or heading',
  'palette.recent': 'Read last',
  'palette.changed': 'Changed last',
  'palette.found': 'Notes',
  'palette.none': 'Nothing is called that.',
  'palette.searchFor': 'Search the vault for “{text}”',
  'palette.preparing': 'Putting the names together…',
  'palette.aliasOf': 'alias of {title}',
  'palette.headingOf': 'heading in {title}',
  'palette.keysOpen': 'Open',
  'palette.keysNewTab': 'In a new tab',
  'palette.keysClose': 'Close',
} as const;

export const es: Catalogue<typeof en> = {
  'palette.commands': 'Órdenes',
  'palette.commandsHint': '¿Qué quieres hacer?',
  'palette.notes': 'Ir a una nota',
  'palette.notesHint': 'Título, alias o encabezado',
  'palette.recent': 'Leídas últimamente',
  'palette.changed': 'Cambiadas últimamente',
  'palette.found': 'Notas',
  'palette.none': 'Nada se llama así.',
  'palette.searchFor': 'Buscar «{text}» en la bóveda',
  'palette.preparing': 'Reuniendo los nombres…',
  'palette.aliasOf': 'alias de {title}',
  'palette.headingOf': 'encabezado en {title}',
  'palette.keysOpen': 'Abrir',
  'palette.keysNewTab': 'En otra pestaña',
  'palette.keysClose': 'Cerrar',
};
