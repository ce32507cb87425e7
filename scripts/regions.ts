/**
 * `npm run regions -- <index.db>…`: the regions of indexed vaults as the chart names them, with the titles of their most
 * central notes, in tables to be judged by eye.
 */
import { parseArgs } from 'node:util';
import { chartedRegions } from './lib/regions/charted-regions.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    language: { type: 'string' },
    parts: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help || positionals.length === 0) {
  console.log('Usage: npm run regions -- [--language es] [--parts] <index.db>…');
  process.exit(values.help ? 0 : 2);
}
for (const file of positionals) {
  const { vault, notes, coverage, languages, regions } = await chartedRegions(file, values.language);
  console.log(
    `\n## ${vault}: ${notes} notes (${languages.join(', ')}), ${Math.round(coverage * 100)} % with vectors\n`,
  );
  console.log('| Name | Notes | Central notes |\n| --- | --: | --- |');
  for (const { name, parent, size, central } of regions)
    if (values.parts || parent === null)
      console.log(
        `| ${parent === null ? '' : '– '}${cell(name)} | ${size} | ${central.map(cell).join('; ')} |`,
      );
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').slice(0, 80);
}
