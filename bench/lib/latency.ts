import type { Embedder } from '../../src/engine/embed/embedder.ts';

export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  readonly queries: number;
}

/** Milliseconds that queries wait for their vector while `texts` keep all workers busy in the background. */
export async function queryLatency(embedder: Embedder, texts: readonly string[]): Promise<Latency> {
  let busy = true;
  const indexing = embedder.embed(texts, { kind: 'passage', priority: 'background' }).then(() => {
    busy = false;
  });
  const times: number[] = [];
  while (busy) {
    const start = performance.now();
    const query = `how do I plan a voyage in ${times.length} days?`;
    await embedder.embed([query], { kind: 'query', priority: 'interactive' });
    times.push(performance.now() - start);
    // People do not ask in step with the runs.
    await new Promise((resolve) => setTimeout(resolve, (times.length * 37) % 61));
  }
  await indexing;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  return { p50: at(0.5), p95: at(0.95), worst: at(1), queries: times.length };
}
