/**
 * Every error that Portolan reports to a person, by code. `what` says what happened and may name
 * parameters in braces; `todo` says what to do about it. The set is closed: callers switch over it.
 */
export const ERRORS = {
  // vault
  VAULT_NOT_FOUND: {
    what: 'There is no folder at {path}.',
    todo: 'Check the path. If the vault is on another drive, connect it first.',
  },
  VAULT_NOT_A_FOLDER: {
    what: '{path} is a file, not a folder.',
    todo: 'Give the folder that holds the notes.',
  },
  VAULT_UNREADABLE: {
    what: 'The folder {path} cannot be read: {reason}.',
    todo: 'Give yourself read permission on it and try again.',
  },
  VAULT_EMPTY: {
    what: '{path} holds no notes (.md, .markdown, .mdx or .canvas).',
    todo: 'Check that this is the vault you meant, and that its exclusions do not cover everything.',
  },
  VAULT_GONE: {
    what: 'The folder {path} is not there any more.',
    todo: 'Connect its drive or move it back. Until then its notes can be searched as they were last read.',
  },
  // files of the vault
  FOLDER_UNREADABLE: {
    what: 'The folder {path} cannot be read: {reason}.',
    todo: 'Its notes are left as they were in the index. Give read permission and index again.',
  },
  FILE_UNREADABLE: {
    what: '{path} cannot be read: {reason}.',
    todo: 'Give read permission and index again.',
  },
  FILE_VANISHED: {
    what: '{path} went away while it was being read.',
    todo: 'Nothing: it is looked for again at the next change.',
  },
  FILE_CHANGING: {
    what: '{path} changed while it was being read.',
    todo: 'Nothing: it is read again shortly.',
  },
  FILE_TOO_LARGE: {
    what: '{path} has {size} bytes; notes above {limit} bytes are not indexed.',
    todo: 'Split it, or exclude it if it is not a note.',
  },
  FILE_BINARY: { what: '{path} is not text: it looks like a binary file.', todo: 'Rename or exclude it.' },
  FILE_EXCLUDED: {
    what: '{path} is excluded by {rule}.',
    todo: 'Nothing, unless you want it indexed: then change that rule.',
  },
  LINK_OUTSIDE_VAULT: {
    what: '{path} is a symbolic link to a place outside the vault, or to something already seen in it.',
    todo: 'Nothing: such links are not followed.',
  },
  EXCLUSIONS_BROKEN: {
    what: 'Exclusions in {path} could not be read: {reason}.',
    todo: 'Correct them: until then, the notes that they should leave out are indexed.',
  },
  CANVAS_INVALID: {
    what: '{path} is not a valid canvas: {reason}.',
    todo: 'Open it in the program that made it and save it again.',
  },
  NOTE_FAILED: {
    what: '{path} could not be indexed: {reason}.',
    todo: 'Please report it with the note, if you can share it.',
  },
  ATTACHMENT_NOT_FOUND: { what: 'There is no file {path} in this vault.', todo: 'Check the link to it.' },
  ATTACHMENT_REFUSED: {
    what: '{path} is not shown: only images, sounds and films that lie in the vault itself are.',
    todo: 'Open it with another program.',
  },
  ATTACHMENT_TOO_LARGE: {
    what: '{path} has {size} bytes; files above {limit} bytes are not shown.',
    todo: 'Open it with another program.',
  },
  // asking
  NOTE_NOT_FOUND: { what: 'There is no note called “{name}” in this vault.', todo: 'Check the name; {hint}' },
  NOTE_AMBIGUOUS: { what: '“{name}” could be {count} notes: {paths}.', todo: 'Give its path.' },
  QUERY_EMPTY: { what: 'The question is empty.', todo: 'Type a word, a phrase or a question.' },
  QUERY_SYNTAX: {
    what: 'The question cannot be read at column {column}: {reason}.',
    todo: '{hint}',
  },
  EXPRESSION_INVALID: {
    what: 'The expression cannot be read at column {column}: {reason}.',
    todo: '{hint}',
  },
  NOTE_WITHOUT_VECTORS: {
    what: 'The note “{name}” has no text that the model has read.',
    todo: 'If it is not empty, wait until it is indexed; or write the words that you mean in quotes.',
  },
  EXPRESSION_CANCELS_OUT: {
    what: 'What is added and what is taken away mean the same: nothing is left to look for.',
    todo: 'Change a term or a weight.',
  },
  AXIS_POLES_ALIKE: {
    what: 'The two poles mean the same: there is nothing between them.',
    todo: 'Choose poles that differ.',
  },
  INPUT_INVALID: { what: 'The request is not valid: {reason}.', todo: 'Correct it and ask again.' },
  // models
  MODEL_MISSING: {
    what: 'The model {model} is not installed at {path}.',
    todo: 'Run “npm run models” in Portolan’s folder.',
  },
  MODEL_DAMAGED: {
    what: 'The model {model} is damaged: {reason}.',
    todo: 'Delete {path} and run “npm run models” in Portolan’s folder.',
  },
  MODEL_FAILED: {
    what: 'The model {model} could not be run: {reason}.',
    todo: 'Try again; if it stays, choose another model.',
  },
  VECTOR_INVALID: {
    what: 'The model gave an impossible vector for a passage of {path}.',
    todo: 'The passage is found by words only. Please report it with the passage, if you can share it.',
  },
  DOWNLOAD_FAILED: {
    what: '{url} could not be fetched: {reason}.',
    todo: 'Check the connection and try again.',
  },
  DOWNLOAD_DAMAGED: {
    what: '{url} arrived damaged: its checksum is wrong.',
    todo: 'Try again; if it stays, report it.',
  },
  // index
  INDEX_CORRUPT: {
    what: 'The index {path} is damaged.',
    todo: 'It was set aside as {aside} and is built anew from the vault; your notes are not affected.',
  },
  INDEX_DAMAGED: {
    what: 'The index {path} turned out to be damaged while it was in use: {reason}.',
    todo: 'Open the vault again: the index is set aside and built anew; your notes are not affected.',
  },
  INDEX_IO: {
    what: 'The index {path} could not be read or written: {reason}.',
    todo: 'Check the disk that holds it, then open the vault again.',
  },
  INDEX_LOCKED: {
    what: 'Another program holds the index {path}.',
    todo: 'Close the other program, or wait until it has finished.',
  },
  INDEX_IN_USE: {
    what: 'Another Portolan is indexing this vault.',
    todo: 'You can read and search here; changes appear as the other one writes them.',
  },
  INDEX_READ_ONLY: {
    what: 'The index {path} cannot be written: {reason}.',
    todo: 'Give write permission on its folder.',
  },
  INDEX_NEWER: {
    what: 'The index {path} was made by a newer Portolan (format {found}; this one knows {known}).',
    todo: 'Update Portolan, or give another data folder with --data.',
  },
  INDEX_MISSING: { what: 'The vault {path} has no index yet.', todo: 'Run “portolan index {path}” first.' },
  DISK_FULL: {
    what: 'The disk that holds the index {path} is full.',
    todo: 'Free some space and index again: what was done is kept.',
  },
  // the app around the engine
  PAGE_MISSING: {
    what: 'Portolan’s page could not be built: {reason}.',
    todo: 'Run “npm install” and “npm run build” in Portolan’s folder; the terminal works meanwhile.',
  },
  PORT_IN_USE: {
    what: 'The port {port} cannot be had: {reason}.',
    todo: 'Give another one with --port, or none to have one chosen.',
  },
  VAULT_NOT_OPEN: { what: 'No vault is open.', todo: 'Open a folder of notes first.' },
  SETTINGS_BROKEN: {
    what: 'The file {path} could not be read: {reason}.',
    todo: 'It was set aside as {aside}, and what it held is as at the first start.',
  },
  SETTINGS_UNWRITABLE: {
    what: '{path} could not be written: {reason}.',
    todo: 'Give write permission on its folder and free some space. Until then changes last as long as the window.',
  },
  LINK_REFUSED: {
    what: 'The address {url} is not opened: only web pages, mail and Obsidian’s links are.',
    todo: 'Copy it and open it with another program, if you trust it.',
  },
  OPEN_FAILED: {
    what: '{what} could not be opened with another program: {reason}.',
    todo: 'Open it yourself, in the file manager or the browser.',
  },
  SAVE_FAILED: {
    what: '{path} could not be written: {reason}.',
    todo: 'Keep it in another folder, or free some space.',
  },
  // running
  NODE_TOO_OLD: {
    what: 'Node {found} is too old: Portolan needs {needed} or newer.',
    todo: 'Run it with “npm start”, or install a newer Node.',
  },
  REGION_NOT_FOUND: {
    what: 'There is no region {id} on the chart any more.',
    todo: 'Look at the chart as it is now.',
  },
  ENGINE_GONE: {
    what: 'The part of Portolan that reads the vault has stopped.',
    todo: 'It is started again by itself; nothing that was done is lost. If it goes on stopping, restart Portolan.',
  },
  CANCELLED: { what: 'Stopped.', todo: 'What was done is kept; start again to go on.' },
  INTERNAL: { what: 'Something went wrong inside Portolan: {reason}.', todo: 'Please report it.' },
} as const satisfies Record<string, { what: string; todo: string }>;

export type ErrorCode = keyof typeof ERRORS;
export type ErrorParams = Readonly<Record<string, string | number>>;

/** What happened, in one sentence, with the parameters filled in. */
export function describe(code: ErrorCode, params: ErrorParams = {}): { what: string; todo: string } {
  const fill = (s: string) => s.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? '?'));
  return { what: fill(ERRORS[code].what), todo: fill(ERRORS[code].todo) };
}
