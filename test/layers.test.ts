import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterEach, describe, expect, it } from 'vitest';

import rules from '../.dependency-cruiser.mjs';

const ROOT = join(import.meta.dirname, '..');
const worlds: string[] = [];
afterEach(() => {
  for (const world of worlds.splice(0)) rmSync(world, { recursive: true, force: true });
});

/** Runs the house's own rules over a source tree given as path → source; resolves to the names of the rules it breaks. */
async function broken(files: Record<string, string>): Promise<string[]> {
  const world = mkdtempSync(join(tmpdir(), 'portolan-layers-'));
  worlds.push(world);
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(world, path)), { recursive: true });
    writeFileSync(join(world, path), source);
  }
  const { options, forbidden } = rules;
  const { tsConfig, ...settings } = options;
  const result = await cruise(
    ['src'],
    {
      ...settings,
      baseDir: world,
      validate: true,
      ruleSet: { forbidden: forbidden as IForbiddenRuleType[] },
    },
    { extensions: ['.ts'] },
    { tsConfig: extractTSConfig(join(ROOT, tsConfig.fileName)) },
  );
  const { violations } = (result.output as ICruiseResult).summary;
  return [...new Set(violations.map((v) => v.rule.name))].sort();
}

const exporting = 'export const it = 1;\n';
const importing = (path: string) => `import { it } from '${path}';\nexport const two = it + 1;\n`;

/** A small house in order: each folder imports what it may. */
const SOUND = {
  'src/common/ids.ts': exporting,
  'src/contract/contract.ts': importing('../common/ids.ts'),
  'src/engine/parse/note.ts': importing('../../common/ids.ts'),
  'src/engine/store/store.ts': `${importing('../parse/note.ts').replaceAll('it', 'two').replace('two = two', 'it = two')}import 'node:fs';\n`,
  'src/renderer/app.ts': importing('../contract/contract.ts')
    .replaceAll('it', 'two')
    .replace('two = two', 'it = two'),
  'src/cli/main.ts': importing('../engine/store/store.ts'),
};

describe('the rules of the house', () => {
  it('pass what is in order', async () => {
    expect(await broken(SOUND)).toEqual([]);
  });

  it.each([
    [
      'an engine stage that imports a later one',
      { 'src/engine/parse/eager.ts': importing('../store/store.ts') },
      'stage-parse',
    ],
    [
      'a renderer that imports the engine',
      { 'src/renderer/shortcut.ts': importing('../engine/store/store.ts') },
      'renderer-imports',
    ],
    [
      'a cycle',
      {
        'src/common/a.ts': `import { b } from './b.ts';\nexport const a = (): unknown => b;\n`,
        'src/common/b.ts': `import { a } from './a.ts';\nexport const b = (): unknown => a;\n`,
      },
      'no-cycles',
    ],
    [
      'a cycle of types only',
      {
        'src/common/a.ts': `import type { B } from './b.ts';\nexport interface A { b: B }\n`,
        'src/common/b.ts': `import type { A } from './a.ts';\nexport interface B { a: A }\n`,
      },
      'no-cycles',
    ],
    [
      'common with a Node module',
      { 'src/common/io.ts': `import 'node:fs';\n${exporting}` },
      'common-is-pure',
    ],
    [
      'common that imports the contract',
      { 'src/common/up.ts': importing('../contract/contract.ts') },
      'common-imports',
    ],
    [
      'main that imports the engine',
      { 'src/main/main.ts': importing('../engine/store/store.ts') },
      'main-imports',
    ],
    [
      'a stage without a place',
      { 'src/engine/extras/new.ts': importing('../../common/ids.ts') },
      'no-engine-without-stage',
    ],
    [
      'source that imports a test',
      { 'test/help.ts': exporting, 'src/common/odd.ts': importing('../../test/help.ts') },
      'src-is-self-contained',
    ],
  ])('fail on %s', async (_, files, rule) => {
    expect(await broken({ ...SOUND, ...files } as Record<string, string>)).toContain(rule);
  });
});
