export function TreePanel() {
  return null;
}
