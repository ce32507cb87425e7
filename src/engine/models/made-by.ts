import { createHash } from 'node:crypto';

/** Version of what the assembler makes: raise it when the same ingredients give other files. */
const ASSEMBLER = 2;

/** How a model's files are made, in words: the same text means that building anew would change nothing. */
export function madeBy(titles: readonly string[]): string {
  const digest = createHash('sha256').update(titles.join('\n')).digest('hex').slice(0, 12);
  return `Portolan’s assembler ${ASSEMBLER}, calibrated on ${titles.length} titles (${digest})`;
}
