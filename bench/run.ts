/** `npm run bench -- NAME [ARGS]`: runs one benchmark. Each prints its machine and its figures; see RESULTS.md. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const names = readdirSync(here)
  .filter((f) => f.endsWith('.ts') && f !== 'run.ts' && !f.endsWith('.test.ts'))
  .map((f) => f.slice(0, -3));
const [name, ...args] = process.argv.slice(2);

if (!name || name === '--help' || !existsSync(path.join(here, `${name}.ts`))) {
  console.log(
    `Usage: npm run bench -- NAME [ARGS]\n\nBenchmarks: ${names.join(', ')}\nArguments of each: npm run bench -- NAME --help`,
  );
  process.exit(name && name !== '--help' ? 2 : 0);
}
process.exit(
  spawnSync(process.execPath, [path.join(here, `${name}.ts`), ...args], { stdio: 'inherit' }).status ?? 1,
);
