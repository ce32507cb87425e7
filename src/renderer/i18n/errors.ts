import type { ErrorCode } from '../../common/error-codes.ts';

interface Words {
  readonly what: string;
  readonly todo: string;
}

/** What `src/common/error-codes.ts` says in English, in Spanish: the same parameters in braces. */
export const ERRORS_ES: Readonly<Record<ErrorCode, Words>> = {
  VAULT_NOT_FOUND: {
    what: 'No hay ninguna carpeta en {path}.',
    todo: 'Revisa la ruta. Si la bóveda está en otro disco, conéctalo primero.',
  },
  VAULT_NOT_A_FOLDER: {
    what: '{path} es un archivo, no una carpeta.',
    todo: 'Elige la carpeta que contiene las notas.',
  },
  VAULT_UNREADABLE: {
    what: 'No se puede leer la carpeta {path}: {reason}.',
    todo: 'Date permiso de lectura y vuelve a intentarlo.',
  },
  VAULT_EMPTY: {
    what: '{path} no contiene notas (.md, .markdown, .mdx o .canvas).',
    todo: 'Comprueba que es la bóveda que querías y que sus exclusiones no lo abarcan todo.',
  },
  FOLDER_UNREADABLE: {
    what: 'No se puede leer la carpeta {path}: {reason}.',
    todo: 'Sus notas quedan en el índice como estaban. Da permiso de lectura e indexa otra vez.',
  },
  FILE_UNREADABLE: {
    what: 'No se puede leer {path}: {reason}.',
    todo: 'Da permiso de lectura e indexa otra vez.',
  },
  FILE_VANISHED: {
    what: '{path} desapareció mientras se leía.',
    todo: 'Nada: se volverá a buscar con el próximo cambio.',
  },
  FILE_CHANGING: {
    what: '{path} cambió mientras se leía.',
    todo: 'Nada: se volverá a leer enseguida.',
  },
  FILE_TOO_LARGE: {
    what: '{path} tiene {size} bytes; las notas de más de {limit} bytes no se indexan.',
    todo: 'Divídela, o exclúyela si no es una nota.',
  },
  FILE_BINARY: {
    what: '{path} no es texto: parece un archivo binario.',
    todo: 'Cámbiale el nombre o exclúyelo.',
  },
  FILE_EXCLUDED: {
    what: '{path} está excluido por {rule}.',
    todo: 'Nada, salvo que quieras indexarlo: en ese caso, cambia esa regla.',
  },
  LINK_OUTSIDE_VAULT: {
    what: '{path} es un enlace simbólico a un lugar fuera de la bóveda, o a algo que ya se vio en ella.',
    todo: 'Nada: esos enlaces no se siguen.',
  },
  EXCLUSIONS_BROKEN: {
    what: 'No se pudieron leer las exclusiones de {path}: {reason}.',
    todo: 'Corrígelas: hasta entonces se indexan las notas que deberían quedar fuera.',
  },
  CANVAS_INVALID: {
    what: '{path} no es un lienzo válido: {reason}.',
    todo: 'Ábrelo en el programa que lo creó y guárdalo de nuevo.',
  },
  NOTE_FAILED: {
    what: 'No se pudo indexar {path}: {reason}.',
    todo: 'Infórmanos, con la nota si puedes compartirla.',
  },
  NOTE_NOT_FOUND: {
    what: 'No hay ninguna nota llamada «{name}» en esta bóveda.',
    todo: 'Revisa el nombre; {hint}',
  },
  NOTE_AMBIGUOUS: {
    what: '«{name}» podría ser {count} notas: {paths}.',
    todo: 'Indica su ruta.',
  },
  QUERY_EMPTY: {
    what: 'La pregunta está vacía.',
    todo: 'Escribe una palabra, una frase o una pregunta.',
  },
  QUERY_SYNTAX: {
    what: 'La pregunta no se entiende en la columna {column}: {reason}.',
    todo: '{hint}',
  },
  EXPRESSION_INVALID: {
    what: 'La expresión no se entiende en la columna {column}: {reason}.',
    todo: '{hint}',
  },
  NOTE_WITHOUT_VECTORS: {
    what: 'La nota «{name}» no tiene texto que el modelo haya leído.',
    todo: 'Si no está vacía, espera a que se indexe; o escribe entre comillas las palabras que quieres decir.',
  },
  EXPRESSION_CANCELS_OUT: {
    what: 'Lo que se suma y lo que se resta significan lo mismo: no queda nada que buscar.',
    todo: 'Cambia un término o un peso.',
  },
  AXIS_POLES_ALIKE: {
    what: 'Los dos polos significan lo mismo: no hay nada entre ellos.',
    todo: 'Elige polos distintos.',
  },
  INPUT_INVALID: {
    what: 'La petición no es válida: {reason}.',
    todo: 'Corrígela y pregunta de nuevo.',
  },
  MODEL_MISSING: {
    what: 'El modelo {model} no está instalado en {path}.',
    todo: 'Ejecuta «npm run models» en la carpeta de Portolan.',
  },
  MODEL_DAMAGED: {
    what: 'El modelo {model} está dañado: {reason}.',
    todo: 'Borra {path} y ejecuta «npm run models» en la carpeta de Portolan.',
  },
  MODEL_FAILED: {
    what: 'No se pudo ejecutar el modelo {model}: {reason}.',
    todo: 'Inténtalo otra vez; si sigue igual, elige otro modelo.',
  },
  VECTOR_INVALID: {
    what: 'El modelo dio un vector imposible para un pasaje de {path}.',
    todo: 'El pasaje se encuentra solo por sus palabras. Infórmanos, con el pasaje si puedes compartirlo.',
  },
  DOWNLOAD_FAILED: {
    what: 'No se pudo descargar {url}: {reason}.',
    todo: 'Comprueba la conexión e inténtalo otra vez.',
  },
  DOWNLOAD_DAMAGED: {
    what: '{url} llegó dañado: su suma de comprobación no coincide.',
    todo: 'Inténtalo otra vez; si sigue igual, infórmanos.',
  },
  INDEX_CORRUPT: {
    what: 'El índice {path} está dañado.',
    todo: 'Se apartó como {aside} y se construye de nuevo a partir de la bóveda; tus notas no han cambiado.',
  },
  INDEX_DAMAGED: {
    what: 'Mientras se usaba, el índice {path} resultó estar dañado: {reason}.',
    todo: 'Abre la bóveda otra vez: el índice se aparta y se construye de nuevo; tus notas no cambian.',
  },
  INDEX_IO: {
    what: 'No se pudo leer o escribir el índice {path}: {reason}.',
    todo: 'Revisa el disco que lo contiene y abre la bóveda otra vez.',
  },
  INDEX_LOCKED: {
    what: 'Otro programa tiene ocupado el índice {path}.',
    todo: 'Cierra el otro programa, o espera a que termine.',
  },
  INDEX_IN_USE: {
    what: 'Otro Portolan está indexando esta bóveda.',
    todo: 'Aquí puedes leer y buscar; los cambios aparecen a medida que el otro los escribe.',
  },
  INDEX_READ_ONLY: {
    what: 'No se puede escribir el índice {path}: {reason}.',
    todo: 'Da permiso de escritura en su carpeta.',
  },
  INDEX_NEWER: {
    what: 'El índice {path} lo hizo un Portolan más nuevo (formato {found}; este conoce el {known}).',
    todo: 'Actualiza Portolan, o indica otra carpeta de datos con --data.',
  },
  INDEX_MISSING: {
    what: 'La bóveda {path} todavía no tiene índice.',
    todo: 'Ejecuta primero «portolan index {path}».',
  },
  DISK_FULL: {
    what: 'El disco que contiene el índice {path} está lleno.',
    todo: 'Libera espacio e indexa otra vez: lo hecho se conserva.',
  },
  VAULT_GONE: {
    what: 'La carpeta {path} ya no está.',
    todo: 'Conecta su disco o devuélvela a su sitio. Hasta entonces se puede buscar en sus notas tal como se leyeron.',
  },
  ATTACHMENT_NOT_FOUND: {
    what: 'No hay ningún archivo {path} en esta bóveda.',
    todo: 'Revisa el enlace que lleva a él.',
  },
  ATTACHMENT_REFUSED: {
    what: '{path} no se muestra: solo se muestran imágenes, sonidos y vídeos que estén en la propia bóveda.',
    todo: 'Ábrelo con otro programa.',
  },
  ATTACHMENT_TOO_LARGE: {
    what: '{path} tiene {size} bytes; los archivos de más de {limit} bytes no se muestran.',
    todo: 'Ábrelo con otro programa.',
  },
  PAGE_MISSING: {
    what: 'No se pudo construir la página de Portolan: {reason}.',
    todo: 'Ejecuta «npm install» y «npm run build» en la carpeta de Portolan; mientras tanto, la terminal funciona.',
  },
  PORT_IN_USE: {
    what: 'No se puede usar el puerto {port}: {reason}.',
    todo: 'Indica otro con --port, o ninguno para que se elija uno.',
  },
  VAULT_NOT_OPEN: {
    what: 'No hay ninguna bóveda abierta.',
    todo: 'Abre primero una carpeta de notas.',
  },
  SETTINGS_BROKEN: {
    what: 'No se pudo leer el archivo {path}: {reason}.',
    todo: 'Se apartó como {aside}, y lo que guardaba está como la primera vez.',
  },
  SETTINGS_UNWRITABLE: {
    what: 'No se pudo escribir {path}: {reason}.',
    todo: 'Da permiso de escritura en su carpeta y libera espacio. Hasta entonces los cambios duran lo que la ventana.',
  },
  LINK_REFUSED: {
    what: 'La dirección {url} no se abre: solo se abren páginas web, correo y enlaces de Obsidian.',
    todo: 'Cópiala y ábrela con otro programa, si te fías de ella.',
  },
  OPEN_FAILED: {
    what: 'No se pudo abrir {what} con otro programa: {reason}.',
    todo: 'Ábrelo tú, en el gestor de archivos o en el navegador.',
  },
  SAVE_FAILED: {
    what: 'No se pudo escribir {path}: {reason}.',
    todo: 'Guárdalo en otra carpeta o libera espacio.',
  },
  NODE_TOO_OLD: {
    what: 'Node {found} es demasiado antiguo: Portolan necesita {needed} o más nuevo.',
    todo: 'Ejecútalo con «npm start», o instala un Node más nuevo.',
  },
  REGION_NOT_FOUND: {
    what: 'La región {id} ya no está en la carta.',
    todo: 'Mira la carta tal como está ahora.',
  },
  ENGINE_GONE: {
    what: 'La parte de Portolan que lee la bóveda se ha detenido.',
    todo: 'Vuelve a arrancar sola; nada de lo hecho se pierde. Si se sigue deteniendo, reinicia Portolan.',
  },
  CANCELLED: {
    what: 'Detenido.',
    todo: 'Lo hecho se conserva; empieza otra vez para continuar.',
  },
  INTERNAL: {
    what: 'Algo falló dentro de Portolan: {reason}.',
    todo: 'Infórmanos, por favor.',
  },
};
