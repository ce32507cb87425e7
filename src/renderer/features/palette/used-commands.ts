/** Ids of the commands chosen last from the palette, the latest first, for as long as the page lives. */
let ids: readonly string[] = [];

const MOST = 6;

export function used(id: string): void {
  ids = [id, ...ids.filter((one) => one !== id)].slice(0, MOST);
}

/** The same commands, those chosen last at the top. */
export function lately<C extends { readonly id: string }>(commands: readonly C[]): C[] {
  const rank = (id: string) => (ids.includes(id) ? ids.indexOf(id) : MOST);
  return commands.toSorted((a, b) => rank(a.id) - rank(b.id));
}
