import { type Answer, shapeOf } from './answer.ts';

/** How the panel stands while a newer answer to the same question comes in. */
export interface Pane {
  /** The pointer is over it, or the focus is in it. */
  readonly touched: boolean;
  /** Results from the first down to the last in view. */
  readonly reached: number;
}

/** Why a newer answer was asked for. */
export type Because =
  /** The person changed what is asked. */
  | 'asked'
  /** What is read moved on: another passage of the same note. */
  | 'followed'
  /** The note that is read was saved. */
  | 'saved'
  /** The index got better, or other notes changed. */
  | 'refined';

/**
 * Whether a newer answer takes the place of the one that is read, or waits behind the mark “updated”. Under the pointer
 * or the focus nothing moves that the person did not ask for. Otherwise the panel follows what is read and saved, and
 * takes a refined answer only where nothing in view would move.
 */
export function takes(shown: Answer | null, next: Answer, because: Because, pane: Pane): boolean {
  if (!shown || shown.items.length === 0 || because === 'asked') return true;
  if (looksSame(shown, next, shown.items.length)) return true;
  if (pane.touched) return false;
  return because !== 'refined' || looksSame(shown, next, pane.reached);
}

/** Whether two answers agree in shape in their first results. */
export function looksSame(a: Answer, b: Answer, first: number): boolean {
  if (first >= a.items.length && a.items.length !== b.items.length) return false;
  return a.items.slice(0, first).every((item, i) => {
    const other = b.items[i];
    return other !== undefined && shapeOf(item) === shapeOf(other);
  });
}
