/** The settings, over the page. */
export function SettingsSheet() {
  return null;
}
