/** The panes in the order in which F6 visits them. */
const PANES = ['left-pane', 'note', 'right-pane', 'status'] as const;

/** Moves the focus to a pane, or to the next (1) or previous (-1) one from where it is. */
export function focusPane(to: (typeof PANES)[number] | 1 | -1): void {
  const panes = PANES.flatMap((id) => document.getElementById(id) ?? []);
  if (typeof to === 'string') {
    // What a command opens is there after the next paint.
    requestAnimationFrame(() => focusIn(document.getElementById(to)));
    return;
  }
  const now = panes.findIndex((pane) => pane.contains(document.activeElement));
  focusIn(panes[(now + to + panes.length) % panes.length] ?? null);
}

/** The part of the pane that was made for it, or the pane itself. */
function focusIn(pane: HTMLElement | null): void {
  const inside = pane?.querySelector<HTMLElement>(
    '[data-pane-focus], [role="tabpanel"] [tabindex="0"], [role="tabpanel"]',
  );
  (inside ?? pane)?.focus();
}
