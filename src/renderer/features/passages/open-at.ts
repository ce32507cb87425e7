import type { Span } from '../../../common/span.ts';
import { useTabs } from '../../state/tabs.ts';

interface Modifiers {
  readonly metaKey: boolean;
  readonly ctrlKey: boolean;
  readonly button?: number;
}

/** Whether a click or a key asks for a new tab: with Ctrl or Cmd, or with the middle button. */
export const wantsTab = ({ metaKey, ctrlKey, button }: Modifiers): boolean =>
  metaKey || ctrlKey || button === 1;

/** Shows a note, with a passage of it lit where one is given. */
export function openAt(path: string, at: Span | null | undefined, newTab: boolean): void {
  useTabs.getState().open(path, { newTab, ...(at && { at: { start: at.start, end: at.end } }) });
}
