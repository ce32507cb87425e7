/** Sizes that the settings step through; a wheel or a menu may have chosen one between them. */
const STEPS = [0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];

/** The next size in a direction; null at the end. */
export const zoomStep = (now: number, direction: -1 | 1): number | null =>
  (direction > 0 ? STEPS.find((step) => step > now + 0.001) : STEPS.findLast((step) => step < now - 0.001)) ??
  null;
