/** Ids of the commands chosen last from the palette, the latest first, for as long as the page lives. */
let ids: readonly string[] = [];

const MOST = 6;

/** What is done most, before anything has been chosen; all others follow by name. */
const OFTEN: readonly string[] = [
  'switcher.open',
  'search.focus',
  'chart.show',
  'chart.both',
  'related.show',
  'nav.back',
  'nav.forward',
  'tab.new',
  'settings.open',
  'theme.toggle',
];

/** Where a command stands among those, the first lowest. */
export const oftenOf = (id: string): number => {
  const at = OFTEN.indexOf(id);
  return at < 0 ? OFTEN.length : at;
};

export function used(id: string): void {
  ids = [id, ...ids.filter((one) => one !== id)].slice(0, MOST);
}

/** The same commands, those chosen last at the top. */
export function lately<C extends { readonly id: string }>(commands: readonly C[]): C[] {
  const rank = (id: string) => (ids.includes(id) ? ids.indexOf(id) : MOST);
  return commands.toSorted((a, b) => rank(a.id) - rank(b.id));
}
