/** `npm run eval -- <vault>…`: how well `related` and `search` do, measured on real vaults. */
import { evaluate } from './lib/eval/evaluate.ts';
import { HELP, readOptions } from './lib/eval/options.ts';
import { tables } from './lib/eval/report.ts';

const options = readOptions(process.argv.slice(2));
if (options === 'help' || options === 'wrong') {
  console.log(HELP);
  process.exit(options === 'help' ? 0 : 2);
}
for await (const { title, rows } of evaluate(options)) {
  if (options.json) for (const row of rows) console.log(JSON.stringify(row));
  else console.log(`\n${title}\n${tables(rows)}`);
}
