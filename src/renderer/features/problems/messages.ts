import type { Catalogue } from '../../i18n/messages.ts';

export const en = {
  'problems.title': 'Problems',
  'problems.close': 'Close',
  'problems.filter': 'Which files',
  'problems.all': 'All',
  'problems.failed': 'Failed',
  'problems.skipped': 'Left out',
  'problems.odd': 'Odd',
  'problems.waiting': 'Waiting',
  'problems.search': 'Filter by name or reason',
  'problems.list': 'Files with something to say about them',
  'problems.explain.all':
    'Whatever Portolan could not read, what it left out, and what was odd about what it read. Your files are as they were.',
  'problems.explain.failed':
    'These could not be read. They are tried again when they change, or when you say so.',
  'problems.explain.skipped':
    'These are not in the index: because of a rule of yours, or because they are no notes.',
  'problems.explain.odd': 'These are in the index; something about them was not as it should be.',
  'problems.explain.waiting':
    'These are found by their words already. The model has not yet read all of them for their meaning.',
  'problems.outcome.failed': 'Failed',
  'problems.outcome.skipped': 'Left out',
  'problems.outcome.waiting': 'Waiting',
  'problems.outcome.indexed': 'Indexed, but odd',
  'problems.waitingFor': 'Waits for the model to read it.',
  'problems.open': 'Open the note',
  'problems.reveal': 'Show in the file manager',
  'problems.retry': 'Try again',
  'problems.retrying': 'Reading it again…',
  'problems.retryAll': 'Try all again',
  'problems.said.retry': '{count, plural, one {The file is read again.} other {# files are read again.}}',
  'problems.copy': 'Copy as text',
  'problems.copied': 'Copied: {count, plural, one {# file} other {# files}}.',
  'problems.shown': '{count, plural, =0 {No files} one {# file} other {# files}}',
  'problems.none.title': 'Nothing went wrong',
  'problems.none.text':
    'No note has failed, and none was odd. Should one be, it will stand here with the reason and what to do.',
  'problems.none.failed': 'Nothing failed.',
  'problems.none.skipped': 'Nothing was left out.',
  'problems.none.odd': 'Nothing odd was found.',
  'problems.none.waiting': 'The model has read every note.',
  'problems.none.match': 'No file here matches “{text}”.',
  'problems.none.clear': 'Clear the filter',
  'problems.odd.invalid-utf8':
    'Some bytes are not valid text; they are shown as “�”. Save the note as UTF-8 to mend it.',
  'problems.odd.invalid-utf16':
    'Some bytes are not valid UTF-16; they are shown as “�”. Save the note as UTF-8 to mend it.',
  'problems.odd.utf-16': 'Saved as UTF-16, not UTF-8. It was read well; other programs may stumble.',
  'problems.odd.windows-1252':
    'Saved in an old Windows encoding, not UTF-8. It was read well; other programs may stumble.',
  'problems.odd.nul-bytes': 'Holds NUL characters, as an interrupted save or a full disk leaves them.',
  'problems.odd.mojibake':
    'Was once saved in the wrong encoding: “Ã±” stands for “ñ”. It is indexed as it is written.',
  'problems.odd.frontmatter-broken':
    'The properties at its head are not valid YAML and were passed over. Correct them, often a colon or a quotation mark.',
  'problems.odd.canvas-broken': 'Parts of the canvas could not be read.',
  'problems.odd.too-deep':
    'Lists or quotations are nested so deep that the innermost were read as plain text.',
  'problems.odd.too-many-links': 'Has so many links that the last ones were passed over.',
  'problems.odd.other': 'Something was odd: {what}.',
} as const;

export const es: Catalogue<typeof en> = {
  'problems.title': 'Problemas',
  'problems.close': 'Cerrar',
  'problems.filter': 'Qué archivos',
  'problems.all': 'Todos',
  'problems.failed': 'Con error',
  'problems.skipped': 'Omitidos',
  'problems.odd': 'Raros',
  'problems.waiting': 'En espera',
  'problems.search': 'Filtrar por nombre o motivo',
  'problems.list': 'Archivos de los que hay algo que decir',
  'problems.explain.all':
    'Lo que Portolan no pudo leer, lo que dejó fuera y lo que había de raro en lo que leyó. Tus archivos están como estaban.',
  'problems.explain.failed':
    'Estos no se pudieron leer. Se vuelven a intentar cuando cambian, o cuando tú lo digas.',
  'problems.explain.skipped': 'Estos no están en el índice: por una regla tuya o porque no son notas.',
  'problems.explain.odd': 'Estos están en el índice; algo en ellos no era como debía.',
  'problems.explain.waiting':
    'Estos ya se encuentran por sus palabras. El modelo aún no ha leído todo su significado.',
  'problems.outcome.failed': 'Con error',
  'problems.outcome.skipped': 'Omitido',
  'problems.outcome.waiting': 'En espera',
  'problems.outcome.indexed': 'Indexado, pero raro',
  'problems.waitingFor': 'Espera a que el modelo lo lea.',
  'problems.open': 'Abrir la nota',
  'problems.reveal': 'Mostrar en el gestor de archivos',
  'problems.retry': 'Reintentar',
  'problems.retrying': 'Leyéndolo de nuevo…',
  'problems.retryAll': 'Reintentar todos',
  'problems.said.retry':
    '{count, plural, one {El archivo se lee de nuevo.} other {# archivos se leen de nuevo.}}',
  'problems.copy': 'Copiar como texto',
  'problems.copied': '{count, plural, one {Copiado # archivo} other {Copiados # archivos}}.',
  'problems.shown': '{count, plural, =0 {Ningún archivo} one {# archivo} other {# archivos}}',
  'problems.none.title': 'Nada ha ido mal',
  'problems.none.text':
    'Ninguna nota ha dado error ni tenía nada raro. Si pasara, aparecería aquí con el motivo y qué hacer.',
  'problems.none.failed': 'Ningún archivo dio error.',
  'problems.none.skipped': 'No se omitió ningún archivo.',
  'problems.none.odd': 'No se encontró nada raro.',
  'problems.none.waiting': 'El modelo ha leído todas las notas.',
  'problems.none.match': 'Ningún archivo de aquí coincide con «{text}».',
  'problems.none.clear': 'Quitar el filtro',
  'problems.odd.invalid-utf8':
    'Algunos bytes no son texto válido; se muestran como «�». Guarda la nota en UTF-8 para arreglarla.',
  'problems.odd.invalid-utf16':
    'Algunos bytes no son UTF-16 válido; se muestran como «�». Guarda la nota en UTF-8 para arreglarla.',
  'problems.odd.utf-16': 'Guardada en UTF-16, no en UTF-8. Se leyó bien; otros programas pueden tropezar.',
  'problems.odd.windows-1252':
    'Guardada en una codificación antigua de Windows, no en UTF-8. Se leyó bien; otros programas pueden tropezar.',
  'problems.odd.nul-bytes':
    'Contiene caracteres NUL, como los que dejan un guardado interrumpido o un disco lleno.',
  'problems.odd.mojibake':
    'Se guardó alguna vez con la codificación equivocada: «Ã±» por «ñ». Se indexa tal como está escrita.',
  'problems.odd.frontmatter-broken':
    'Las propiedades del principio no son YAML válido y se pasaron por alto. Corrígelas; suele ser un signo de dos puntos o unas comillas.',
  'problems.odd.canvas-broken': 'Algunas partes del lienzo no se pudieron leer.',
  'problems.odd.too-deep':
    'Las listas o citas están tan anidadas que las más profundas se leyeron como texto corriente.',
  'problems.odd.too-many-links': 'Tiene tantos enlaces que los últimos se pasaron por alto.',
  'problems.odd.other': 'Había algo raro: {what}.',
};
