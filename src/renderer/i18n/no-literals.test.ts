import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
const files = globSync('**/*.tsx', { cwd: ROOT, exclude: (name) => /\.test\.tsx$/.test(String(name)) });

/** Attributes whose text a person sees or hears. */
const SAID = new Set([
  'title',
  'label',
  'placeholder',
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'closeLabel',
  'todo',
  'what',
  'hint',
]);

/** Texts of a component that are not in the catalogue: words between tags, or in attributes that are said. */
function literals(source: string, name: string): string[] {
  const found: string[] = [];
  const report = (text: string) => {
    if (/\p{L}/u.test(text)) found.push(`${name}: ${text.trim()}`);
  };
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node)) report(node.text);
    else if (ts.isJsxExpression(node) && node.parent && !ts.isJsxAttribute(node.parent)) {
      if (node.expression && ts.isStringLiteralLike(node.expression)) report(node.expression.text);
    } else if (ts.isJsxAttribute(node) && SAID.has(node.name.getText())) {
      const { initializer } = node;
      if (initializer && ts.isStringLiteral(initializer)) report(initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

describe('the words of the page', () => {
  it('are looked for where they can be', () => {
    const source = `const a = <p title="Hello">There {'you'} <b aria-hidden>·</b>{t('x.y')}</p>;`;
    expect(literals(source, 'a')).toEqual(['a: Hello', 'a: There', 'a: you']);
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(files)('are all in the catalogue: %s', (file) => {
    expect(literals(readFileSync(path.join(ROOT, file), 'utf8'), file)).toEqual([]);
  });
});
