/** A sheet that never goes must not keep anybody waiting. */
const AT_MOST = 1_000;

/**
 * Calls when whatever covers the page has gone, its last movement too: until then the focus is kept within it, and
 * afterwards it is given back to where it was, unless somebody has taken it.
 */
export function afterSheets(then: () => void): void {
  const began = performance.now();
  const look = () => {
    const covered = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
    if (covered && performance.now() - began < AT_MOST) requestAnimationFrame(look);
    else then();
  };
  requestAnimationFrame(look);
}
