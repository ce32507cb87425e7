import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IgnoreRules } from './ignore-rules.ts';
import { parseObsidianFilters } from './obsidian-filters.ts';

const obsidian = (...list: string[]) =>
  parseObsidianFilters(JSON.stringify({ userIgnoreFilters: list })).filters;
const none = IgnoreRules.at([], []);

describe('exclusions', () => {
  it('leave nothing out without rules, except node_modules', () => {
    expect(none.verdict('a/b.md', false)).toBeNull();
    expect(none.verdict('site/node_modules', true)).toContain('node_modules');
    expect(none.verdict('node_modules.md', false)).toBeNull();
    expect(none.verdict('my node_modules', true)).toBeNull();
  });

  it('follow gitignore’s syntax', () => {
    const rules = none.inside(
      '',
      '.portolanignore',
      '# comment\r\n*.tmp.md\n/top.md\ndrafts/\n**/old/*.md\n!keep.tmp.md',
    );
    const out = (path: string, folder = false) => rules.verdict(path, folder) !== null;
    expect(out('x.tmp.md')).toBe(true);
    expect(out('deep/er/x.tmp.md')).toBe(true);
    expect(out('keep.tmp.md')).toBe(false);
    expect(out('top.md')).toBe(true);
    expect(out('deep/top.md')).toBe(false);
    expect(out('a/drafts', true)).toBe(true);
    expect(out('a/drafts', false)).toBe(false);
    expect(out('a/old/b.md')).toBe(true);
  });

  it('name the rule and the file it stands in', () => {
    const rules = none.inside('Work', '.portolanignore', 'secret*');
    expect(rules.verdict('Work/secrets.md', false)).toBe('“secret*” in Work/.portolanignore');
    expect(IgnoreRules.at([], obsidian('Arch')).verdict('Archive', true)).toBe(
      '“Arch” in .obsidian/app.json',
    );
  });

  it('of an inner folder outrank those of outer ones, and are relative to it', () => {
    const rules = none
      .inside('', '.portolanignore', '*.log.md\nx.md')
      .inside('in', '.portolanignore', '!x.md\n/y.md');
    expect(rules.verdict('in/x.md', false)).toBeNull();
    expect(rules.verdict('in/a.log.md', false)).not.toBeNull();
    expect(rules.verdict('in/y.md', false)).not.toBeNull();
    expect(rules.verdict('in/deep/y.md', false)).toBeNull();
  });

  it('given by the caller outrank files, and files outrank Obsidian’s and Portolan’s own', () => {
    const rules = IgnoreRules.at(['!wanted.md'], obsidian('Archive/')).inside(
      '',
      '.portolanignore',
      'wanted.md\n!Archive/\n!node_modules/',
    );
    expect(rules.verdict('wanted.md', false)).toBeNull();
    expect(rules.verdict('Archive', true)).toBeNull();
    expect(rules.verdict('node_modules', true)).toBeNull();
  });

  it('ignore case and normalisation', () => {
    const rules = none.inside('', '.portolanignore', 'A\u00d1O*\nCancio\u0301n.md');
    expect(rules.verdict('a\u00f1o 2019.md', false)).not.toBeNull();
    expect(rules.verdict('Canci\u00f3n.md', false)).not.toBeNull();
  });

  it('take any text and any name without throwing', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map((s) => s.replaceAll('/', '-'));
    const usable = name.filter((s) => !s.startsWith('.'));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), usable, usable, (text, folder, file) => {
        const rules = none.inside('', '.portolanignore', text).inside(folder, '.portolanignore', text);
        rules.verdict(`${folder}/${file}`, false);
        rules.verdict(`${folder}/${file}`, true);
      }),
    );
  });
});
