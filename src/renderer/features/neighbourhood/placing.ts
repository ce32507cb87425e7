/** A place of the drawing in pixels, from its middle; y goes down. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What of a note decides where it is put. */
export interface Placeable {
  readonly step: number;
  /** Where it lies on the chart, whose y goes up. */
  readonly place: Place | null;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Share of the half width and height that the inner ring and the outer one reach to. */
const RINGS = { inner: 0.44, outer: 0.86 } as const;
/** A drawing much taller than wide is still one of rings. */
const MOST_STRETCHED = 1.9;
/** How much the note that leads to one counts beside its own direction on the chart. */
const LED = 1;
/** Pixels between neighbours on a ring, at most; where all were dealt out evenly, the chart's directions were lost. */
const GAP = 44;
const LOOSE = 0.78;
/** Pixels that are left free at the edges. */
const EDGE = 14;
const TURN = 2 * Math.PI;

/** Half the width and height of a ring. */
export interface Ring {
  readonly rx: number;
  readonly ry: number;
}

/** The two rings that a drawing of this size has room for. */
export function ringsOf({ width, height }: Size): readonly [Ring, Ring] {
  const [w, h] = [Math.max(40, width / 2 - EDGE), Math.max(40, height / 2 - EDGE)];
  const [rx, ry] = [Math.min(w, h * MOST_STRETCHED), Math.min(h, w * MOST_STRETCHED)];
  return [
    { rx: rx * RINGS.inner, ry: ry * RINGS.inner },
    { rx: rx * RINGS.outer, ry: ry * RINGS.outer },
  ];
}

/**
 * Where the notes are put: the first in the middle, the others on two rings around it, each in the direction in which
 * it lies on the chart, as far as the others leave it that; one farther out also in that of the note that leads to it.
 * The same notes in the same size are always put in the same places.
 */
export function placed(notes: readonly Placeable[], ledBy: readonly number[], size: Size): Place[] {
  const rings = ringsOf(size);
  const places: Place[] = notes.map(() => ({ x: 0, y: 0 }));
  const middle = notes[0]?.place ?? null;
  const angles = notes.map(({ place }) => directionOf(place, middle));
  for (const step of [1, 2] as const) {
    const on = notes.flatMap((note, i) => (note.step === step ? [i] : []));
    const ring = rings[step - 1]!;
    const wanted = on.map((i, n) => {
      const own = angles[i] ?? null;
      const led =
        step === 2 ? Math.atan2(places[ledBy[i]!]!.y / ring.ry, places[ledBy[i]!]!.x / ring.rx) : null;
      return meanAngle(own, led) ?? (TURN * n) / on.length - Math.PI / 2;
    });
    for (const [n, angle] of spreadOut(wanted, ring).entries()) {
      places[on[n]!] = { x: ring.rx * Math.cos(angle), y: ring.ry * Math.sin(angle) };
    }
  }
  return places;
}

/** On the screen, whose y goes down; null where the chart says nothing. */
function directionOf(place: Place | null, middle: Place | null): number | null {
  if (!place || !middle) return null;
  const [x, y] = [place.x - middle.x, middle.y - place.y];
  return x === 0 && y === 0 ? null : Math.atan2(y, x);
}

function meanAngle(own: number | null, led: number | null): number | null {
  if (own === null || led === null) return led ?? own;
  const [x, y] = [Math.cos(own) + LED * Math.cos(led), Math.sin(own) + LED * Math.sin(led)];
  return Math.hypot(x, y) < 0.2 ? led : Math.atan2(y, x);
}

/**
 * Angles on a ring moved apart as little as is needed: neighbours keep their order and a distance in pixels, where the
 * ring has room for it. Least squares with gaps, by pooling neighbours that are too near.
 */
export function spreadOut(wanted: readonly number[], ring: Ring): number[] {
  const n = wanted.length;
  if (n === 0) return [];
  const line = arcOf(ring);
  const around = line.length;
  const gap = Math.min(GAP, (LOOSE * around) / n);
  const at = wanted.map((angle) => line.arc(angle));
  // The ring is cut open where it is emptiest.
  const order = at.map((_, i) => i).sort((a, b) => at[a]! - at[b]! || a - b);
  let cut = 0;
  let widest = -1;
  for (let i = 0; i < n; i++) {
    const next = at[order[(i + 1) % n]!]! + (i === n - 1 ? around : 0);
    if (next - at[order[i]!]! > widest) [widest, cut] = [next - at[order[i]!]!, (i + 1) % n];
  }
  const opened = [...order.slice(cut), ...order.slice(0, cut)];
  const start = at[opened[0]!]!;
  const along = opened.map((i) => (at[i]! - start + around) % around);
  const apart = pooled(along.map((s, i) => s - i * gap)).map((s, i) => s + i * gap);
  // Where they have gone once around, they are dealt out evenly.
  const fits = apart.at(-1)! - apart[0]! <= around - gap + 1e-6;
  const dealt = fits ? apart : apart.map((_, i) => apart[0]! + (i * around) / n);
  const out = new Array<number>(n);
  for (const [i, s] of dealt.entries()) out[opened[i]!] = line.angle(start + s);
  return out;
}

/** The nearest sequence that never falls. */
function pooled(values: readonly number[]): number[] {
  const pools: { sum: number; size: number }[] = [];
  for (const value of values) {
    let pool = { sum: value, size: 1 };
    for (let last = pools.at(-1); last && last.sum / last.size > pool.sum / pool.size; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, size: pool.size + last.size };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, size }) => new Array<number>(size).fill(sum / size));
}

const PARTS = 360;

/** Lengths along an ellipse, which have no formula: summed up over small parts. */
function arcOf({ rx, ry }: Ring) {
  const sums = [0];
  for (let i = 0; i < PARTS; i++) {
    const middle = ((i + 0.5) / PARTS) * TURN;
    sums.push(sums[i]! + Math.hypot(rx * Math.sin(middle), ry * Math.cos(middle)) * (TURN / PARTS));
  }
  const length = sums[PARTS]!;
  const turned = (angle: number) => ((angle % TURN) + TURN) % TURN;
  return {
    length,
    /** Of the ellipse's parameter, for a direction as the crow flies. */
    arc(direction: number): number {
      const angle = turned(Math.atan2(Math.sin(direction) / ry, Math.cos(direction) / rx));
      const at = (angle / TURN) * PARTS;
      const i = Math.min(PARTS - 1, Math.floor(at));
      return sums[i]! + (at - i) * (sums[i + 1]! - sums[i]!);
    },
    angle(arc: number): number {
      const wanted = ((arc % length) + length) % length;
      let [low, high] = [0, PARTS];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (sums[middle]! <= wanted) low = middle;
        else high = middle;
      }
      return ((low + (wanted - sums[low]!) / (sums[low + 1]! - sums[low]!)) / PARTS) * TURN;
    },
  };
}
