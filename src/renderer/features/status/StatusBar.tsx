/** The line at the foot of the page. */
export function StatusBar() {
  return null;
}
