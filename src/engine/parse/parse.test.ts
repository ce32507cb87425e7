import { describe, expect, it } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import { bodyText } from './body-text.ts';
import type { Link, ParsedNote } from './note.ts';
import { parse, parseNote } from './parse.ts';
import { plainText, render } from './plain-text.ts';

const note = (text: string, path = 'Folder/A note.md'): ParsedNote => parseNote(asNotePath(path), text);
const shown = (text: string): string => bodyText(note(text));
const brief = ({ start, end, ...rest }: Link): object => rest;
const links = (text: string): object[] => note(text).links.map(brief);
const inlineTags = (text: string): string[] => note(text).tags.map((t) => t.name);
const kinds = (text: string): string[] => note(text).blocks.map((b) => b.kind);

describe('wikilinks', () => {
  it('reads target, heading, block and alias', () => {
    expect(links('[[A]] [[F/B|b]] [[C#H#Sub]] [[D#^id]] [[#Here]] [[E#H#^x|e]]')).toEqual([
      { kind: 'wikilink', target: 'A' },
      { kind: 'wikilink', target: 'F/B', alias: 'b' },
      { kind: 'wikilink', target: 'C', heading: 'H#Sub' },
      { kind: 'wikilink', target: 'D', block: 'id' },
      { kind: 'wikilink', target: '', heading: 'Here' },
      { kind: 'wikilink', target: 'E', heading: 'H', block: 'x', alias: 'e' },
    ]);
  });

  it('reads embeds, and does not take a width for an alias', () => {
    expect(links('![[a.png|300]] ![[b.png|300x20]] ![[Note#H]]')).toEqual([
      { kind: 'embed', target: 'a.png' },
      { kind: 'embed', target: 'b.png' },
      { kind: 'embed', target: 'Note', heading: 'H' },
    ]);
  });

  it('survives in a table with the bar escaped, or not', () => {
    const text = '| a | b |\n|---|---|\n| [[x\\|y]] | [[p|q]] |\n';
    expect(links(text)).toEqual([
      { kind: 'wikilink', target: 'x', alias: 'y' },
      { kind: 'wikilink', target: 'p', alias: 'q' },
    ]);
    expect(kinds(text)).toEqual(['table']);
    expect(shown(text)).toBe('a | b\ny | q');
  });

  it.each([
    ['inline code', '`[[A]]`'],
    ['double backticks', '``a ` [[A]]``'],
    ['fenced code', '```\n[[A]]\n```'],
    ['an unclosed fence', '```\n[[A]]'],
    ['a fence in a quote', '> ```\n> [[A]]\n> ```'],
    ['indented code', 'text\n\n    [[A]]'],
    ['a comment', '%% [[A]] %%'],
    ['an HTML comment', '<!-- [[A]] -->'],
    ['a formula', '$[[A]]$'],
    ['an escape', '\\[[A]]'],
    ['two lines', '[[A\nB]]'],
    ['empty brackets', '[[]] [[ ]] [[|a]]'],
  ])('is none in %s', (_, text) => {
    expect(links(text)).toEqual([]);
  });

  it('goes on after a fence that its list or quote ends', () => {
    expect(links('- ```\n  code\nafter [[A]]')).toEqual([{ kind: 'wikilink', target: 'A' }]);
    expect(links('> ```\n> code\n\nafter [[A]]')).toEqual([{ kind: 'wikilink', target: 'A' }]);
  });

  it('is found in brackets of its own, and in outlines that begin with a tab', () => {
    expect(links('[[[A]]]')).toEqual([{ kind: 'wikilink', target: 'A' }]);
    const text = '# H\n\n\t- [[A]] `[[x]]`\n\t\t- [[B]]\n\t- c\n\n    [[code]]';
    expect(links(text).map((l) => (l as Link).target)).toEqual(['A', 'B']);
    expect(kinds(text)).toEqual(['list', 'list', 'code']);
    expect(shown('- a\n\t\t- [x] b\n\t\t- c\n\t- d\n')).toBe('a\nb\nc\nd');
    expect(shown(text)).toBe('H\nA [[x]]\nB\nc\n[[code]]');
  });

  it('keeps spans that are the source of the link', () => {
    const text = 'á 😀 [[A|b]] y ![[C]] y [d](e.md)';
    expect(note(text).links.map((l) => text.slice(l.start, l.end))).toEqual([
      '[[A|b]]',
      '![[C]]',
      '[d](e.md)',
    ]);
  });
});

describe('Markdown links', () => {
  it('decodes destinations and leaves external ones alone', () => {
    const text =
      '[a](../b%20c.md#h%20i) [b](<with space.md>) ![i](img.png "T") [w](https://x.y) [m](mailto:a@b) [s](#sec) [c](//cdn/x)';
    expect(links(text)).toEqual([
      { kind: 'markdown', target: '../b c.md', heading: 'h i', alias: 'a' },
      { kind: 'markdown', target: 'with space.md', alias: 'b' },
      { kind: 'markdown-embed', target: 'img.png', alias: 'i' },
      { kind: 'markdown', target: '', heading: 'sec', alias: 's' },
    ]);
  });

  it('keeps a percent sign that encodes nothing', () => {
    expect(links('[a](100%.md) [b](100%%20x.md)')).toMatchObject([
      { target: '100%.md' },
      { target: '100% x.md' },
    ]);
  });

  it('resolves references wherever they are defined', () => {
    const text = '[text][Ref] [ref][] [ref] [none] [text][none]\n\n[ref]: ./b.md "Title"\n';
    expect(links(text).map((l) => (l as Link).alias)).toEqual(['text', 'ref', 'ref']);
    expect(shown(text)).toBe('text ref ref [none] [text][none]');
  });

  it('takes no footnote for a link', () => {
    expect(links('A[^1].\n\n[^1]: see.md\n')).toEqual([]);
    expect(shown('A[^1].\n\n[^1]: The note.\n')).toBe('A.\nThe note.');
  });
});

describe('tags', () => {
  it('follows Obsidian: letters of any script, nesting, no plain numbers', () => {
    expect(
      inlineTags('#uno #dos/tres #año2024 #1984 #y1984 #标签 #with-dash_es #a/ #😀 x#no (#no) ## #.'),
    ).toEqual(['uno', 'dos/tres', 'año2024', 'y1984', '标签', 'with-dash_es', 'a', '😀']);
  });

  it('ends at punctuation', () => {
    expect(inlineTags('#a, #b. #c: #d，后 #e!')).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('is none in code, links, comments and addresses', () => {
    expect(
      inlineTags('`#a` [x](#b) [[N#c]] %% #d %% https://e.org/ #ok\n\n```\n#f\n```\n<a href="#g">'),
    ).toEqual(['ok']);
  });

  it('is found in headings, lists, quotes and tables', () => {
    expect(inlineTags('# H #a\n- #b\n\n> #c\n\n| x |\n|---|\n| #d |')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('has the span of the tag', () => {
    const text = 'a #b/c d';
    expect(note(text).tags).toEqual([{ name: 'b/c', source: 'inline', span: { start: 2, end: 6 } }]);
  });
});

describe('headings and blocks', () => {
  it('gives blocks their innermost heading', () => {
    const found = note('intro\n\n# One\n\ntext\n\n## Two\n- list\n\nSetext\n---\n\nend');
    expect(found.headings.map((h) => [h.level, h.text])).toEqual([
      [1, 'One'],
      [2, 'Two'],
      [2, 'Setext'],
    ]);
    expect(found.blocks.map((b) => [b.kind, b.heading])).toEqual([
      ['paragraph', -1],
      ['paragraph', 0],
      ['list', 1],
      ['paragraph', 2],
    ]);
  });

  it('strips markup, block ids and anchors from headings', () => {
    const texts = note('## 🔗 *The* [[A|link]] `code` ^id\n## Anchor { #anchor }\n## C# ##\n').headings.map(
      (h) => h.text,
    );
    expect(texts).toEqual(['🔗 The link code', 'Anchor', 'C#']);
  });

  it('tells kinds apart', () => {
    expect(
      kinds(
        'p\n\n- l\n\n> q\n\n> [!note] c\n\n```\ncode\n```\n\n| t |\n|---|\n\n$$\nx\n$$\n\n<div>h</div>\n\n***\n',
      ),
    ).toEqual(['paragraph', 'list', 'quote', 'callout', 'code', 'table', 'math', 'html']);
  });

  it('reads formulas as signs, and nothing in them as Markdown', () => {
    const found = note('a $x_1 * y_2 * z$ costs $5 and $6\n\n$$\n- a_b\n\n[[no]]\n$$\n');
    expect(found.links).toEqual([]);
    expect(found.blocks.map((b) => plainText(found, b))).toEqual([
      'a x₁ * y₂ * z costs $5 and $6',
      '- a_b\n[[no]]',
    ]);
  });

  it('leaves out what outliners keep beside the text', () => {
    const id = '64f1a2b3-1111-2222-3333-444455556666';
    const found = note(`- tides\n  collapsed:: true\n  id:: ${id}\n- {{embed [[Moon]]}} and ((${id})) rise`);
    expect(found.blocks.map((b) => plainText(found, b))).toEqual(['tides\nMoon and rise']);
    expect(found.links.map(({ target }) => target)).toEqual(['Moon']);
  });

  it('knows where in a formula its signs come from', () => {
    const found = note('where $\\frac{a}{b} \\le \\alpha$ holds');
    const { text, sourceAt } = render(found, { start: 0, end: found.text.length });
    expect(text).toBe('where a/b ≤ α holds');
    expect(found.text.slice(sourceAt(text.indexOf('holds')))).toBe('holds');
    expect(found.text.slice(sourceAt(text.indexOf('b ')))).toMatch(/^b\} /);
  });

  it('keeps line ends of Windows and of old Macs apart from the text', () => {
    const found = note('---\r\ntitle: T\r\n---\r\n# H\r\n\r\n<div>\r\n\r\ntext [[A]]\r\n');
    expect(found.title).toBe('T');
    expect(found.headings[0]?.text).toBe('H');
    expect(found.blocks.map((b) => b.kind)).toEqual(['html', 'paragraph']);
    expect(note('# H\r\rtext\r').headings[0]?.text).toBe('H');
  });
});

describe('comments', () => {
  it('hides them, in lines and over blank lines', () => {
    const text = 'a %% b %% c\n\n%%\nd\n\n- e\n%%\n\nf <!-- g\n\nh --> i';
    expect(shown(text)).toBe('a c\nf i');
    expect(note(text).comments.map((c) => text.slice(c.start, c.end))).toEqual([
      '%% b %%',
      '%%\nd\n\n- e\n%%',
      '<!-- g\n\nh -->',
    ]);
  });

  it('loses no text behind one that is never closed', () => {
    expect(shown('a %% b\n\nc <!-- d\n\ne')).toBe('a %% b\nc <!-- d\ne');
    expect(shown('<!-- a\n\n# b')).toBe('<!-- a\nb');
  });

  it('is none in code', () => {
    expect(note('```\n%% a %%\n```\n`%% b %%`').comments).toEqual([]);
  });
});

describe('title', () => {
  it.each([
    ['frontmatter', '---\ntitle: "A: b"\n---\n# H', 'A: b'],
    ['heading', '# *The* title\n\ntext\n\n## Other', 'The title'],
    ['filename', 'text\n\n# References', 'A note'],
    ['filename', '# Morning\n\n# Evening', 'A note'],
    ['filename', '## Second level', 'A note'],
    ['filename', '# {{title}}', 'A note'],
    ['filename', '#\n\ntext', 'A note'],
    ['filename', '', 'A note'],
    ['frontmatter', '---\ntitle: 2024\n---\n', '2024'],
    ['filename', '---\ntitle:\n---\n', 'A note'],
  ])('comes from %s: %j', (from, text, title) => {
    expect(note(text)).toMatchObject({ title, titleFrom: from });
  });
});

describe('the note', () => {
  it('has a date from its properties or its name', () => {
    expect(note('---\ncreated: 2024-03-01T10:00\n---\n').date).toBe('2024-03-01');
    expect(note('', 'Daily/2023-12-31.md').date).toBe('2023-12-31');
    expect(note('').date).toBeUndefined();
  });

  it('says when links are too many', { timeout: 120_000 }, () => {
    const found = note('[[a]] '.repeat(100_001));
    expect(found.links).toHaveLength(100_000);
    expect(found.problems.map((p) => p.kind)).toEqual(['too-many-links']);
  });

  it('is parsed by kind', () => {
    expect(parse('markdown', asNotePath('a.md'), '[[x]]').links).toHaveLength(1);
    expect(parse('canvas', asNotePath('a.canvas'), '{}').title).toBe('a');
  });
});

describe('MDX', () => {
  it('takes imports and tags for no prose', () => {
    const text =
      "import X from './x';\n\n# Hola\n\n<Card title={f({ a: '}' })}\n  icon='>'>\n    Texto [[A]] con {valor}\n</Card>\n\n{/* nota */}\n\nexport const a = 1;\n\nFin";
    const found = note(text, 'a.mdx');
    expect(bodyText(found)).toBe('Hola\nTexto A con {valor}\nFin');
    expect(found.links).toHaveLength(1);
    expect(found.blocks.map((b) => b.kind)).toEqual(['paragraph', 'paragraph']);
  });
});
