import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PortolanError, reasonParams } from '../../common/errors.ts';
import { because } from '../../common/reasons.ts';
import { type FoundModel, modelFiles } from '../models/catalogue.ts';
import { fileSha256 } from '../models/fetch/checksum.ts';

/**
 * Why a model could not be opened, as a coded error: MODEL_MISSING when a file is not there, MODEL_DAMAGED when one
 * is not what the manifest says, else MODEL_FAILED.
 */
export async function explain(
  error: unknown,
  { manifest, dir }: Pick<FoundModel, 'manifest' | 'dir'>,
): Promise<PortolanError> {
  if (error instanceof PortolanError) return error;
  const model = manifest.id;
  for (const file of modelFiles(manifest)) {
    const path = join(dir, file.path);
    if (!existsSync(path)) return new PortolanError('MODEL_MISSING', { model, path }, { cause: error });
    if ((await fileSha256(path).catch(reasonParams)) !== file.sha256)
      return new PortolanError(
        'MODEL_DAMAGED',
        { model, path: dir, ...because('checksum-wrong', { file: file.path }) },
        { cause: error },
      );
  }
  return new PortolanError('MODEL_FAILED', { model, ...reasonParams(error) }, { cause: error });
}
