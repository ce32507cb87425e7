import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, cpus } from 'node:os';
import type { Gpu, ProviderWish } from '../../contract/engine-options.ts';
import type { ModelManifest } from '../models/manifest.ts';

/** What ONNX Runtime may reach a graphics card by, the likelier first. */
const BY_PLATFORM: Partial<Record<NodeJS.Platform, readonly Gpu[]>> = {
  win32: ['dml', 'webgpu'],
  darwin: ['coreml', 'webgpu'],
  linux: ['cuda', 'webgpu'],
};

/** Where Linux shows a graphics card that programs may use; the last one is Windows' own, seen from within it. */
const DEVICES = ['/dev/nvidia0', '/dev/dri/renderD128', '/dev/dxg'];

/** What is worth a trial on this machine. A person's own word is always tried. */
export function candidates(
  wish: ProviderWish,
  platform: NodeJS.Platform = process.platform,
  isThere: (path: string) => boolean = existsSync,
): readonly Gpu[] {
  if (wish === 'cpu') return [];
  if (wish !== 'auto') return [wish];
  if (platform === 'linux' && !DEVICES.some(isThere)) return [];
  return BY_PLATFORM[platform] ?? [];
}

/** What a trial holds for: this machine, this runtime, this graph, this way. */
export function trialKey({ id, graphs }: Pick<ModelManifest, 'id' | 'graphs'>, provider: Gpu): string {
  const runtime = createRequire(import.meta.url)('onnxruntime-node/package.json') as { version: string };
  const machine = [process.platform, arch(), cpus()[0]?.model ?? 'unknown'].join(' ');
  return [id, graphs.full.sha256.slice(0, 12), machine, `onnxruntime ${runtime.version}`, provider].join(
    ' | ',
  );
}
