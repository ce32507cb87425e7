import { createHash } from 'node:crypto';
import type { CalibrationTexts } from './calibration-texts.ts';

/** Version of what the assembler makes: raise it when the same ingredients give other files. */
const ASSEMBLER = 7;

/** How a model's files are made, in words: the same text means that building anew would change nothing. */
export function madeBy({ titles, oddities }: CalibrationTexts): string {
  const digest = createHash('sha256')
    .update([...titles, '', ...oddities].join('\0'))
    .digest('hex')
    .slice(0, 12);
  return `Portolan’s assembler ${ASSEMBLER}, calibrated on ${titles.length} titles and ${oddities.length} odd texts (${digest})`;
}
