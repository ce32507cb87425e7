import type { Neighbourhood, Tie } from '../../../contract/neighbourhood.ts';
import type { Place } from './placing.ts';

export const SIGHTS = ['all', 'links', 'meaning'] as const;
/** Which ties are looked at. */
export type Sight = (typeof SIGHTS)[number];

/** How a note is tied to those that are nearer: by links, by what it says, by both. */
export type Kind = 'both' | 'linked' | 'related';

/** What is drawn of a neighbourhood. */
export interface Drawn extends Pick<Neighbourhood, 'notes' | 'ties'> {
  /** How each note is tied; null for the one in the middle. */
  readonly kinds: readonly (Kind | null)[];
  /** The nearer note that most leads to each. */
  readonly ledBy: readonly number[];
}

export const isLinked = ({ linked }: Tie): boolean => linked.to || linked.from;

/** What is seen through some of the ties: notes that they do not lead to are left out. */
export function seenBy({ notes, ties }: Pick<Neighbourhood, 'notes' | 'ties'>, sight: Sight): Drawn {
  const kept = ties.flatMap((tie): Tie[] => {
    if (sight === 'links') return isLinked(tie) ? [{ ...tie, meaning: 0 }] : [];
    if (sight === 'meaning') return tie.meaning > 0 ? [{ ...tie, linked: { to: false, from: false } }] : [];
    return [tie];
  });
  const reached = new Set([0]);
  for (const step of [1, 2])
    for (const { from, to } of kept)
      if (notes[to]!.step === step && notes[from]!.step === step - 1 && reached.has(from)) reached.add(to);
  const order = notes.map((_, i) => i).filter((i) => reached.has(i));
  const now = new Map(order.map((i, n) => [i, n]));
  const shown = order.map((i) => notes[i]!);
  const left = kept.flatMap((tie) => {
    const [from, to] = [now.get(tie.from), now.get(tie.to)];
    return from === undefined || to === undefined ? [] : [{ ...tie, from, to }];
  });
  return {
    notes: shown,
    ties: left,
    kinds: shown.map(({ step }, i) => (step === 0 ? null : kindOf(i, left, shown))),
    ledBy: shown.map((_, i) => leading(i, left, shown)),
  };
}

const inward = (i: number, ties: readonly Tie[], notes: Neighbourhood['notes']): Tie[] =>
  ties.filter(({ from, to }) => to === i && notes[from]!.step < notes[to]!.step);

function kindOf(i: number, ties: readonly Tie[], notes: Neighbourhood['notes']): Kind {
  const nearer = inward(i, ties, notes);
  const linked = nearer.some(isLinked);
  return linked && nearer.some(({ meaning }) => meaning > 0) ? 'both' : linked ? 'linked' : 'related';
}

/** A link leads as surely as half of all meaning. */
const LINK = 0.5;

function leading(i: number, ties: readonly Tie[], notes: Neighbourhood['notes']): number {
  let [best, most] = [0, -1];
  for (const tie of inward(i, ties, notes)) {
    const worth = tie.meaning + (isLinked(tie) ? LINK : 0);
    if (worth > most) [best, most] = [tie.from, worth];
  }
  return best;
}

/** A line of the drawing: a pair that is tied in both ways has two, side by side. */
export interface Line {
  readonly kind: 'link' | 'meaning';
  readonly tie: Tie;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Pixels from the middle of a note to where its lines end, and between the two lines of a pair. */
const OFF = 8;
const APART = 2.25;

export function linesOf({ ties }: Pick<Drawn, 'ties'>, places: readonly Place[]): Line[] {
  return ties.flatMap((tie) => {
    const [a, b] = [places[tie.from]!, places[tie.to]!];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length < 2.5 * OFF) return [];
    const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length];
    const line = (kind: Line['kind'], aside: number): Line => ({
      kind,
      tie,
      x1: a.x + OFF * dx - aside * dy,
      y1: a.y + OFF * dy + aside * dx,
      x2: b.x - OFF * dx - aside * dy,
      y2: b.y - OFF * dy + aside * dx,
    });
    const [linked, meant] = [isLinked(tie), tie.meaning > 0];
    if (linked && meant) return [line('meaning', -APART), line('link', APART)];
    return [line(linked ? 'link' : 'meaning', 0)];
  });
}
