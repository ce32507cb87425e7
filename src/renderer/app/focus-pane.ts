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

function focusSoon(id: string, frames: number, held = false): void {
  requestAnimationFrame(() => {
    const pane = document.getElementById(id);
    // The person has gone on meanwhile.
    if (held && document.activeElement !== pane) return;
    focusIn(pane);
    // Where only the pane has it, what it is opened for may still be on its way.
    const holds = pane !== null && document.activeElement === pane;
    if (frames > 0 && (holds || !pane?.contains(document.activeElement))) focusSoon(id, frames - 1, holds);
  });
}

/** What in a pane is made for the focus, the best first. */
const MADE_FOR_IT = ['[data-pane-focus]', '[role="tabpanel"] section[tabindex="0"]'] as const;

/** The part of the pane that was made for it, or the pane itself. */
function focusIn(pane: HTMLElement | null): void {
  for (const selector of MADE_FOR_IT) {
    pane?.querySelector<HTMLElement>(selector)?.focus();
    if (pane?.contains(document.activeElement)) return;
  }
  pane?.focus();
}
