import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseGpu, type GpuQuestion, inWords } from './choose-gpu.ts';
import { GpuVerdicts } from './gpu-verdicts.ts';
import { candidates, trialKey } from './providers.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'portolan-graphics-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const file = (name: string) => ({ path: name, sha256: 'a'.repeat(64), bytes: 1 });
const manifest = { id: 'fake', dimensions: 4, graphs: { full: file('full'), fast: file('fast') } };

const question = (graph: string, more: Partial<GpuQuestion> = {}): GpuQuestion => ({
  candidates: ['webgpu'],
  manifest,
  graph,
  rate: 2,
  stateDir: dir,
  signal: new AbortController().signal,
  script: new URL('./fixtures/fake-trial.ts', import.meta.url),
  ...more,
});

describe('a graphics card', () => {
  it.each([
    ['10 0.9999', 'used', 'webgpu'],
    ['2.1 0.9999', 'slower', null],
    ['10 0.9', 'different', null],
    ['10 0', 'different', null],
  ])('that gives %s is %s', async (graph, is, provider) => {
    const choice = await chooseGpu(question(graph));
    expect(choice).toMatchObject({ provider, state: { is, provider: 'webgpu', reason: null } });
  });

  it.each([
    ['fails', 'no adapter'],
    ['crashes', 'it crashed'],
    ['hangs', 'it did not come to an end'],
  ])('whose trial %s is not used, and the reason is told', async (graph, reason) => {
    const deadline = graph === 'hangs' ? 1_500 : 60_000;
    const { provider, state } = await chooseGpu(question(graph, { deadline }));
    expect({ provider, is: state.is }).toEqual({ provider: null, is: 'failed' });
    expect(state.reason).toMatch(graph === 'crashes' ? /it (crashed|did not come to an end)/ : reason);
  });

  it('is tried once: the verdict is kept', async () => {
    await chooseGpu(question('fails'));
    expect((await chooseGpu(question('10 0.9999'))).state.reason).toBe('no adapter');
  });

  it('that ended the program when it was first in use is not asked again', async () => {
    new GpuVerdicts(dir).set(trialKey(manifest, 'webgpu'), { is: 'begun' });
    expect((await chooseGpu(question('10 0.9999'))).state).toMatchObject({ is: 'failed' });
  });

  it('is one after the other, until one serves; of those that do not, the first is told', async () => {
    const verdicts = new GpuVerdicts(dir);
    verdicts.set(trialKey(manifest, 'dml'), { is: 'failed', reason: 'none' });
    const both = { candidates: ['dml', 'webgpu'] as const };
    expect((await chooseGpu(question('10 0.9999', both))).provider).toBe('webgpu');
    verdicts.set(trialKey(manifest, 'webgpu'), { is: 'tried', rate: 1, cosine: 1 });
    expect((await chooseGpu(question('', both))).state).toMatchObject({ is: 'failed', provider: 'dml' });
  });

  it('whose trial is given up has no verdict', async () => {
    const ended = new AbortController();
    const choosing = chooseGpu(question('hangs', { signal: ended.signal }));
    ended.abort();
    expect((await choosing).provider).toBeNull();
    expect(new GpuVerdicts(dir).get(trialKey(manifest, 'webgpu'))).toBeUndefined();
  });
});

it('a reason is told without the place in the runtime’s source', () => {
  const told =
    '/onnxruntime_src/core/providers/webgpu/webgpu_context.cc:136 onnxruntime::webgpu::Initialize()::<lambda()> ' +
    'adapter_result.status == Success was false. Failed to get a WebGPU adapter:\n No supported adapters \n';
  expect(inWords(told)).toBe('Failed to get a WebGPU adapter: No supported adapters');
  expect(inWords('no such graph')).toBe('no such graph');
});

describe('what is tried', () => {
  it('is nothing where the processor is wanted, or no card is to be seen', () => {
    expect(candidates('cpu', 'win32')).toEqual([]);
    expect(candidates('auto', 'linux', () => false)).toEqual([]);
    expect(candidates('auto', 'aix')).toEqual([]);
  });

  it('is what the system has, or what was named', () => {
    expect(candidates('auto', 'linux', (path) => path === '/dev/nvidia0')).toEqual(['cuda', 'webgpu']);
    expect(candidates('auto', 'darwin')).toEqual(['coreml', 'webgpu']);
    expect(candidates('webgpu', 'linux', () => false)).toEqual(['webgpu']);
  });
});
