/** The panes in the order in which F6 visits them. */
const PANES = ['left-pane', 'note', 'right-pane', 'status'] as const;

/** Moves the focus to a pane, or to the next (1) or previous (-1) one from where it is. */
export function focusPane(to: (typeof PANES)[number] | 1 | -1): void {
  const panes = PANES.flatMap((id) => document.getElementById(id) ?? []);
  if (typeof to === 'string') {
    focusSoon(to, FRAMES);
    return;
  }
  const now = panes.findIndex((pane) => pane.contains(document.activeElement));
  focusIn(panes[(now + to + panes.length) % panes.length] ?? null);
}

/** What a command opens is there after a paint or more; what a sheet covered can have the focus only after it. */
const FRAMES = 60;

function focusSoon(id: string, frames: number): void {
  requestAnimationFrame(() => {
    const pane = document.getElementById(id);
    focusIn(pane);
    if (frames > 0 && !pane?.contains(document.activeElement)) focusSoon(id, frames - 1);
  });
}

/** The part of the pane that was made for it, or the pane itself. */
function focusIn(pane: HTMLElement | null): void {
  const inside = pane?.querySelector<HTMLElement>(
    '[data-pane-focus], [role="tabpanel"] [tabindex="0"], [role="tabpanel"]',
  );
  (inside ?? pane)?.focus();
}
