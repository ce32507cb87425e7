/** What somebody outside asks of the app: words of a command line, a file that was opened, a `portolan://` link. */
export type Request =
  /** Open this folder as a vault. */
  | { readonly is: 'vault'; readonly path: string }
  /** Open the vault that holds this file, and the note. */
  | { readonly is: 'file'; readonly path: string }
  /** From a link, which any web page may hold: names are looked up among the vaults known here. */
  | { readonly is: 'link'; readonly vault?: string; readonly note?: string; readonly query?: string };
