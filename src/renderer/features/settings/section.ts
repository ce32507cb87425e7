import { create } from 'zustand';
import { useLayout } from '../../state/layout.ts';

export const SECTIONS = [
  'vault',
  'exclusions',
  'model',
  'computing',
  'appearance',
  'privacy',
  'about',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Which part of the settings is shown; kept while the page lives. */
export const useSection = create<{ readonly section: Section | null }>(() => ({ section: null }));

/** Opens the settings where something is to be seen. */
export function openSettings(section: Section): void {
  useSection.setState({ section });
  useLayout.getState().set({ sheet: 'settings' });
}
