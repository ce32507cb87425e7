import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PortolanError, reasonOf, systemCode } from '../../common/errors.ts';
import { fileSha256 } from './fetch/checksum.ts';
import { type ModelFile, ModelManifest } from './manifest.ts';

/** Ids of the models that the build makes, best first. */
export const MODEL_IDS = ['multilingual-e5-small', 'all-MiniLM-L6-v2'] as const;

export interface FoundModel {
  readonly manifest: ModelManifest;
  /** Folder of the model's files; paths in the manifest are relative to it. */
  readonly dir: string;
  /** True when a model was found, but not the best one: the person should know what is lost. */
  readonly fallback: boolean;
}

/** Where models stand: PORTOLAN_MODELS, else `resources/models` of the package that this file is part of. */
export function defaultModelsDir(): string {
  if (process.env.PORTOLAN_MODELS) return process.env.PORTOLAN_MODELS;
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) || folder === dirname(folder))
      return join(folder, 'resources', 'models');
  }
}

/**
 * The model of the given id, or the best that is there; its files' sizes are checked. Throws MODEL_MISSING, and
 * MODEL_DAMAGED for the model asked for, or for all there are.
 */
export function findModel(options: { modelsDir?: string; id?: string } = {}): FoundModel {
  const modelsDir = options.modelsDir ?? defaultModelsDir();
  if (options.id !== undefined) return { ...openModel(modelsDir, options.id), fallback: false };
  let damaged: PortolanError | undefined;
  for (const id of MODEL_IDS) {
    try {
      return { ...openModel(modelsDir, id), fallback: id !== MODEL_IDS[0] };
    } catch (error) {
      if (!(error instanceof PortolanError)) throw error;
      if (error.code === 'MODEL_DAMAGED') damaged ??= error;
    }
  }
  throw damaged ?? new PortolanError('MODEL_MISSING', { model: MODEL_IDS[0], path: modelsDir });
}

function openModel(modelsDir: string, id: string): Omit<FoundModel, 'fallback'> {
  const dir = join(modelsDir, id);
  const manifest = readManifest(dir, id);
  for (const file of modelFiles(manifest)) {
    const found = statSync(join(dir, file.path), { throwIfNoEntry: false })?.size;
    if (found !== file.bytes)
      throw damagedModel(id, dir, `${file.path} has ${found ?? 'no'} bytes instead of ${file.bytes}`);
  }
  return { manifest, dir };
}

function readManifest(dir: string, id: string): ModelManifest {
  let text: string;
  try {
    text = readFileSync(join(dir, 'manifest.json'), 'utf8');
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT' || systemCode(cause) === 'ENOTDIR')
      throw new PortolanError('MODEL_MISSING', { model: id, path: dir }, { cause });
    throw damagedModel(id, dir, reasonOf(cause), cause);
  }
  try {
    const manifest = ModelManifest.parse(JSON.parse(text));
    if (manifest.id === id) return manifest;
  } catch (cause) {
    throw damagedModel(id, dir, 'its manifest cannot be read', cause);
  }
  throw damagedModel(id, dir, 'its manifest is another model’s');
}

/** Every file of a built model. */
export const modelFiles = ({
  tokenizer,
  embedding,
  graphs,
  queryMean,
  static: { components, weights },
}: ModelManifest): readonly ModelFile[] => [
  tokenizer.json,
  tokenizer.config,
  embedding,
  graphs.full,
  graphs.fast,
  queryMean,
  components,
  ...(weights ? [weights] : []),
];

/** Reads every file and compares its SHA-256. Rejects with MODEL_DAMAGED. */
export async function verifyModel({ manifest, dir }: Omit<FoundModel, 'fallback'>): Promise<void> {
  for (const file of modelFiles(manifest)) {
    let found: string;
    try {
      found = await fileSha256(join(dir, file.path));
    } catch (cause) {
      throw damagedModel(manifest.id, dir, `${file.path}: ${reasonOf(cause)}`, cause);
    }
    if (found !== file.sha256) throw damagedModel(manifest.id, dir, `the checksum of ${file.path} is wrong`);
  }
}

/** The constant that query vectors are centred by: float32 × dimensions. Throws MODEL_DAMAGED. */
export function readQueryMean({ manifest, dir }: Omit<FoundModel, 'fallback'>): Float32Array {
  try {
    const bytes = readFileSync(join(dir, manifest.queryMean.path));
    const mean = new Float32Array(manifest.dimensions);
    if (bytes.length !== mean.byteLength) throw new RangeError('its mean of queries has a wrong size');
    new Uint8Array(mean.buffer).set(bytes);
    return mean;
  } catch (cause) {
    throw damagedModel(manifest.id, dir, reasonOf(cause), cause);
  }
}

const damagedModel = (model: string, path: string, reason: string, cause?: unknown) =>
  new PortolanError('MODEL_DAMAGED', { model, path, reason }, { cause });
