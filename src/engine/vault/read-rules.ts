import { readFile } from 'node:fs/promises';
import { reasonOf } from '../../common/errors.ts';
import { asNotePath } from '../../common/ids.ts';
import { decode } from './decode.ts';
import { diskPath, isGone } from './disk.ts';
import { IgnoreRules } from './ignore-rules.ts';
import type { LeftOut } from './note-file.ts';
import { APP_JSON, parseObsidianFilters } from './obsidian-filters.ts';

/** Exclusions as the disk has them now, and what of them could not be read. */
export interface RulesRead {
  readonly rules: IgnoreRules;
  readonly leftOut: readonly LeftOut[];
}

/** The rules at the vault's root: the caller's patterns and Obsidian's exclusions. */
export async function readRootRules(root: string, extraPatterns: readonly string[]): Promise<RulesRead> {
  const { text, problem } = await readRuleFile(root, Buffer.from(APP_JSON));
  const { filters, problems } = parseObsidianFilters(text || '{}');
  const reasons = problem ? [problem, ...problems] : problems;
  return {
    rules: IgnoreRules.at(extraPatterns, filters),
    leftOut: reasons.length ? [unreadable(APP_JSON, reasons.join('; '))] : [],
  };
}

/** The rules inside a folder that has an ignore file. `path` and `rawPath` are the file's. */
export async function readIgnoreFile(
  outer: IgnoreRules,
  root: string,
  file: { folder: string; name: string; path: string; rawPath: Buffer },
): Promise<RulesRead> {
  const { text, problem } = await readRuleFile(root, file.rawPath);
  if (problem) return { rules: outer, leftOut: [unreadable(file.path, problem)] };
  return { rules: outer.inside(file.folder, file.name, text), leftOut: [] };
}

async function readRuleFile(root: string, rawPath: Buffer): Promise<{ text: string; problem?: string }> {
  try {
    const decoded = decode(await readFile(diskPath(root, rawPath)));
    return decoded ? { text: decoded.text } : { text: '', problem: 'it is not text' };
  } catch (error) {
    return isGone(error) ? { text: '' } : { text: '', problem: reasonOf(error) };
  }
}

const unreadable = (path: string, reason: string): LeftOut => ({
  path: asNotePath(path),
  outcome: 'failed',
  code: 'EXCLUSIONS_BROKEN',
  params: { path, reason },
  folder: false,
});
