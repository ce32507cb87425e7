import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { icns, ico } from './icons.ts';
import { reachableFrom, withDependencies } from './reachable.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'portolan-package-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('reachableFrom', () => {
  it('follows imports, workers and what is loaded late, and no more', () => {
    const files = {
      'main.js': `import { a } from "./a/a.js"; export * from "zod"; await import("./late.js");`,
      'a/a.js': `const worker = new URL("../worker.js", import.meta.url); import "@orpc/server/plugins"; import "node:fs";`,
      'worker.js': `import x from "yaml";`,
      'late.js': '',
      'other.js': `import "react";`,
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
    const { files: reached, packages } = reachableFrom([path.join(root, 'main.js')]);
    expect([...reached].map((file) => path.relative(root, file)).sort()).toEqual([
      'a/a.js',
      'late.js',
      'main.js',
      'worker.js',
    ]);
    expect([...packages].sort()).toEqual(['@orpc/server', 'yaml', 'zod']);
  });
});

describe('withDependencies', () => {
  it('takes what packages need, from where Node would find it', () => {
    const lock = {
      'node_modules/a': { dependencies: { b: '1', '@s/c': '1' } },
      'node_modules/a/node_modules/b': { dependencies: { d: '1' } },
      'node_modules/b': {},
      'node_modules/d': { optionalDependencies: { 'd-win32': '1' } },
      'node_modules/@s/c': { dependencies: { a: '1' } },
      'node_modules/unused': {},
    };
    expect([...withDependencies(['a', 'electron'], lock)].sort()).toEqual([
      'node_modules/@s/c',
      'node_modules/a',
      'node_modules/a/node_modules/b',
      'node_modules/d',
    ]);
  });
});

describe('icon files', () => {
  const [small, large] = [Buffer.from('small'), Buffer.from('large picture')];

  it('of Windows point at their pictures', () => {
    const file = ico([
      { size: 16, png: small },
      { size: 256, png: large },
    ]);
    expect(file.readUInt16LE(4)).toBe(2);
    expect([file.readUInt8(6), file.readUInt8(22)]).toEqual([16, 0]);
    const [length, at] = [file.readUInt32LE(22 + 8), file.readUInt32LE(22 + 12)];
    expect(file.subarray(at, at + length)).toEqual(large);
  });

  it('of the Mac say how long they are', () => {
    const file = icns([{ name: 'ic07', png: small }]);
    expect(file.toString('latin1', 0, 4)).toBe('icns');
    expect(file.readUInt32BE(4)).toBe(file.length);
    expect(file.toString('latin1', 8, 12)).toBe('ic07');
    expect(file.subarray(16)).toEqual(small);
  });
});
