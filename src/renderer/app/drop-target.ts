/** Watches what is dragged onto the window from outside; what is dragged within the page is none of its business. */
export interface DropWatch {
  /** A thing of another program hangs over the window, or no longer does. */
  onOver(over: boolean): void;
  /** Something was dropped. */
  onDrop(transfer: DataTransfer): void;
}

/**
 * Takes drops from outside for the whole window, so that none of them makes the browser leave the page.
 * @returns ends it
 */
export function watchDrops(page: Window, { onOver, onDrop }: DropWatch): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let within = false;
  /** Entered minus left: every element on the way says both. */
  let depth = 0;
  const fromOutside = (event: DragEvent) => !within && (event.dataTransfer?.types.includes('Files') ?? false);
  const over = (by: number) => {
    const before = depth > 0;
    depth = Math.max(0, depth + by);
    if (before !== depth > 0) onOver(depth > 0);
  };
  page.addEventListener('dragstart', () => (within = true), { signal, capture: true });
  page.addEventListener('dragend', () => (within = false), { signal, capture: true });
  page.addEventListener('dragenter', (event) => fromOutside(event) && over(1), { signal });
  page.addEventListener('dragleave', (event) => fromOutside(event) && over(-1), { signal });
  page.addEventListener(
    'dragover',
    (event) => {
      if (!fromOutside(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'link';
    },
    { signal },
  );
  page.addEventListener(
    'drop',
    (event) => {
      if (fromOutside(event)) {
        event.preventDefault();
        if (event.dataTransfer) onDrop(event.dataTransfer);
      }
      over(-depth);
      within = false;
    },
    { signal },
  );
  return () => ended.abort();
}
