/** The first page. */
export function Welcome() {
  return null;
}
