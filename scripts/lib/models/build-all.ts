import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { throwIfCancelled } from '../../../src/common/cancel.ts';
import { hasCode } from '../../../src/common/errors.ts';
import { readCalibrationTexts } from '../../../src/engine/models/calibration-texts.ts';
import { defaultModelsDir, findModel, MODEL_IDS } from '../../../src/engine/models/catalogue.ts';
import { E5, obtainE5 } from '../../../src/engine/models/e5.ts';
import { cacheFolder } from '../../../src/engine/models/fetch/cache.ts';
import { madeBy } from '../../../src/engine/models/made-by.ts';
import { MINILM, miniLmIngredients } from '../../../src/engine/models/minilm.ts';
import type { Ingredients, ModelCard } from '../../../src/engine/models/recipe.ts';
import { fetchLine } from './fetch-line.ts';
import type { Options } from './options.ts';
import { reportModel } from './report.ts';

export interface BuildAllOptions extends Options {
  readonly root: string;
  readonly signal: AbortSignal;
}

interface Kind {
  readonly card: ModelCard;
  /** Undefined when the weights cannot be had here; the reasons were said. */
  readonly obtain: (say: (what: string) => void, signal: AbortSignal) => Promise<Ingredients | undefined>;
}

const KINDS: readonly Kind[] = [
  { card: MINILM, obtain: () => miniLmIngredients() },
  {
    card: E5,
    obtain: async (say, signal) => {
      const line = fetchLine();
      const ingredients = await obtainE5({ say, signal, progress: line.show });
      line.end();
      return ingredients;
    },
  },
];

/** Builds what is missing or out of date. Resolves to whether Portolan has a model to run on. */
export async function buildAll({ root, only, force, quiet, signal }: BuildAllOptions): Promise<boolean> {
  const modelsDir = process.env.PORTOLAN_MODELS ? defaultModelsDir() : join(root, 'resources', 'models');
  const texts = readCalibrationTexts(join(root, 'resources', 'model-data'));
  const made = madeBy(texts);
  for (const { card, obtain } of KINDS) {
    throwIfCancelled(signal);
    if (only !== undefined && only !== card.id) continue;
    if (!force && isUpToDate(modelsDir, card.id, made)) {
      if (!quiet) console.log(`${card.id}: up to date`);
      continue;
    }
    if (!force && only === undefined && failedToday(card.id)) {
      if (!quiet) console.log(`${card.id}: could not be fetched today; --force tries again`);
      continue;
    }
    const say = (what: string) => console.log(`${card.id}: ${what}`);
    const start = performance.now();
    const ingredients = await obtain(say, signal);
    rmSync(failureMark(card.id), { force: true });
    if (!ingredients) {
      writeFileSync(failureMark(card.id), '');
      continue;
    }
    // Loaded only now: a build with nothing to do should not wait for ONNX Runtime.
    const { buildModel } = await import('../../../src/engine/models/build-model.ts');
    await buildModel(card, ingredients, { modelsDir, texts, signal, step: say });
    await reportModel(findModel({ modelsDir, id: card.id }), performance.now() - start);
  }
  return sayWhatRuns(modelsDir, quiet);
}

function isUpToDate(modelsDir: string, id: string, made: string): boolean {
  try {
    return findModel({ modelsDir, id }).manifest.made === made;
  } catch (error) {
    if (hasCode(error, 'MODEL_MISSING') || hasCode(error, 'MODEL_DAMAGED')) return false;
    throw error;
  }
}

/** Beside the downloads, not the models: it is about this machine's network. */
const failureMark = (id: string) => join(cacheFolder('models'), `${id}.failed`);
const DAY = 24 * 60 * 60 * 1000;

const failedToday = (id: string): boolean =>
  existsSync(failureMark(id)) && Date.now() - statSync(failureMark(id)).mtimeMs < DAY;

function sayWhatRuns(modelsDir: string, quiet: boolean): boolean {
  try {
    const { manifest, fallback } = findModel({ modelsDir });
    if (fallback)
      console.log(
        `Portolan runs on ${manifest.id} here, because ${MODEL_IDS[0]} could not be had. It knows English only: in ` +
          'other languages, and across languages, related notes and search by meaning are much worse. ' +
          'Words are found all the same. “npm run models -- --force” tries again.',
      );
    else if (!quiet) console.log(`Portolan runs on ${manifest.id}.`);
    return true;
  } catch (error) {
    if (!hasCode(error, 'MODEL_MISSING') && !hasCode(error, 'MODEL_DAMAGED')) throw error;
    console.error((error as Error).message);
    return false;
  }
}
