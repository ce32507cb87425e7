import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { LICENCES } from './licences.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const { dependencies, devDependencies } = createRequire(import.meta.url)(path.join(root, 'package.json'));

it.each(LICENCES)('%s is used, and under %s', (name, licence) => {
  expect({ ...dependencies, ...devDependencies }).toHaveProperty([name]);
  const about = JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8'));
  expect(about.license).toBe(licence);
});
