/** What was left out, and why, over the page. */
export function ProblemsSheet() {
  return null;
}
