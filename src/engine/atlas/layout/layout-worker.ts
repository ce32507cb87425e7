import { parentPort, workerData } from 'node:worker_threads';
import { communitiesOf } from '../regions/communities.ts';
import { edgesOf } from './edges.ts';
import { layOut } from './lay-out.ts';
import type { LayoutDone, LayoutJob, LayoutProgress } from './layout-thread.ts';

/** Lays out one chart, finds its communities and ends; between rounds it looks whether anybody still wants it. */
const { stop, ...layout } = workerData as LayoutJob;
const flag = new Int32Array(stop);
let told = 0;

const positions = layOut({
  ...layout,
  onProgress(share) {
    if (share - told >= 0.01) {
      told = share;
      parentPort!.postMessage({ share } satisfies LayoutProgress);
    }
    return Atomics.load(flag, 0) === 0;
  },
});
if (Atomics.load(flag, 0) === 0) {
  const { lists, seed } = layout;
  const communities = communitiesOf(edgesOf(lists), lists.count, seed);
  parentPort!.postMessage({ positions, communities } satisfies LayoutDone);
}
