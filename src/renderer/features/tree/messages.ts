import type { Catalogue } from '../../i18n/messages.ts';

export const en = {
  'tree.label': 'Notes of the vault',
  'tree.filter': 'Filter notes',
  'tree.filtered': '{count, plural, =0 {No note} one {# note} other {# notes}}',
  'tree.noMatch': 'No note is called that',
  'tree.noMatchHelp': 'The filter looks at names and folders. What notes say is found by the search.',
  'tree.searchInstead': 'Search for it',
  'tree.empty': 'No notes yet',
  'tree.emptyHelp':
    'They appear here as they are read. Portolan reads .md, .markdown, .mdx and .canvas files.',
  'tree.loading': 'Reading the list of notes…',
  'tree.sort': 'Order',
  'tree.byName': 'By name',
  'tree.byChange': 'Changed last first',
  'tree.byDate': 'By the day they are about',
  'tree.collapseAll': 'Close all folders',
  'tree.reveal': 'Show the open note in the list',
  'tree.canvas': 'canvas',
  'tree.count': '{count, plural, one {# note} other {# notes}}',
} as const;

export const es: Catalogue<typeof en> = {
  'tree.label': 'Notas de la bóveda',
  'tree.filter': 'Filtrar notas',
  'tree.filtered': '{count, plural, =0 {Ninguna nota} one {# nota} other {# notas}}',
  'tree.noMatch': 'Ninguna nota se llama así',
  'tree.noMatchHelp':
    'El filtro mira nombres y carpetas. Lo que dicen las notas se encuentra con la búsqueda.',
  'tree.searchInstead': 'Buscarlo',
  'tree.empty': 'Todavía no hay notas',
  'tree.emptyHelp':
    'Aparecen aquí a medida que se leen. Portolan lee archivos .md, .markdown, .mdx y .canvas.',
  'tree.loading': 'Leyendo la lista de notas…',
  'tree.sort': 'Orden',
  'tree.byName': 'Por nombre',
  'tree.byChange': 'Primero las últimas cambiadas',
  'tree.byDate': 'Por el día del que tratan',
  'tree.collapseAll': 'Cerrar todas las carpetas',
  'tree.reveal': 'Mostrar la nota abierta en la lista',
  'tree.canvas': 'lienzo',
  'tree.count': '{count, plural, one {# nota} other {# notas}}',
};
