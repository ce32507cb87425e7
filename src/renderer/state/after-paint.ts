/**
 * Runs work once the next frame is on the screen: what is asked of the layout then costs no second one, and nothing that
 * is waited for. The function returned gives it up.
 */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
