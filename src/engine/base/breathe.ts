/** How long synchronous work may hold the thread before others get their turn, in milliseconds. */
const SLICE = 12;

let sliceStart = performance.now();

/** Lets waiting events run when the current slice is used up; costs next to nothing otherwise. */
export async function breathe(): Promise<void> {
  if (performance.now() - sliceStart < SLICE) return;
  await new Promise<void>((resolve) => setImmediate(resolve));
  sliceStart = performance.now();
}
