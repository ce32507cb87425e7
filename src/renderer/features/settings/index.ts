export { SettingsSheet } from './SettingsSheet.tsx';
export { openSettings } from './section.ts';
