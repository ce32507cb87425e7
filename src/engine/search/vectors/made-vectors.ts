/** Vectors for tests and benchmarks that lie as a model's do: a common direction, languages, topics, and noise. */

/** Numbers 0..1 that are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface VectorMaker {
  /** A unit vector of a topic in a language; `spread` is how far it strays from its topic. */
  vector(topic: number, language?: number): Float32Array;
}

/**
 * @param common length of the direction that all vectors share, beside a topic's 1: about 2 for e5, 0.3 for MiniLM
 * @param spread length of what a vector has to itself, beside a topic's 1
 */
export function vectorMaker(
  dimensions: number,
  { seed = 1, topics = 50, common = 2, spread = 1.2 } = {},
): VectorMaker {
  const random = seeded(seed);
  const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const direction = () => unit(Float32Array.from({ length: dimensions }, gauss));
  const shared = direction();
  const languages = [direction(), direction(), direction()];
  // Topics lie on fewer directions than there are dimensions, some near each other, as subjects do.
  const bases = Array.from({ length: Math.min(dimensions, 64) }, direction);
  const centres = Array.from({ length: topics }, () => {
    const centre = new Float32Array(dimensions);
    for (let n = 0; n < 4; n++) add(centre, bases[Math.floor(random() * bases.length)]!, gauss());
    return unit(centre);
  });
  return {
    vector(topic, language = 0) {
      const out = direction();
      for (let i = 0; i < dimensions; i++) out[i]! *= spread;
      add(out, centres[topic % topics]!, 1);
      add(out, shared, common);
      add(out, languages[language % languages.length]!, common / 3);
      return unit(out);
    },
  };
}

function add(out: Float32Array, vector: Float32Array, weight: number): void {
  for (let i = 0; i < out.length; i++) out[i]! += weight * vector[i]!;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((x) => x / length);
}
