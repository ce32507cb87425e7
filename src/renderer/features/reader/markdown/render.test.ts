import { describe, expect, test } from 'vitest';
import { elementsOf, textOf, writtenBlocks } from './outline.fixture.ts';
import { render } from './render.ts';

const shown = (text: string) => writtenBlocks(render(text).blocks);

describe('Obsidian’s Markdown', () => {
  test.each([
    ['a wikilink', '[[Nota]]', 'p[x-wikilink(target=Nota)[Nota]]'],
    ['with heading and alias', '[[Nota#Uno#Dos|esto]]', 'p[x-wikilink(target=Nota#Uno#Dos)[esto]]'],
    ['to a heading', '[[Nota#Uno]]', 'p[x-wikilink(target=Nota#Uno)[Nota > Uno]]'],
    ['to a block', '[[Nota#^id|x]]', 'p[x-wikilink(target=Nota#^id)[x]]'],
    ['that names nothing', '[[ ]] x', 'p[[[ ]] x]'],
    ['in code it is code', '`[[a]]` y', 'p[code[[[a]]] y]'],
    [
      'an embed with a size',
      '![[a b.png|300x200]]',
      'div[x-embed(target=a b.png alt= width=300 height=200)]',
    ],
    ['an embed with words and a size', '![[a.png|mar|300]]', 'div[x-embed(target=a.png alt=mar width=300)]'],
    ['an embed with words', '![[Nota|mar]]', 'div[x-embed(target=Nota alt=mar)]'],
    [
      'links in tables',
      '| a | b |\n|--|:-:|\n| [[x\\|y]] | ![[i.png\\|60]] |',
      'table[thead[tr[th[a] th(align=center)[b]]] tbody[tr[td[x-wikilink(target=x)[y]] td(align=center)[x-embed(target=i.png alt= width=60)]]]]',
    ],
    ['a highlight', 'a ==b **c** d== e', 'p[a mark[b strong[c] d] e]'],
    ['no highlight beside blanks', 'a == b == c', 'p[a == b == c]'],
    ['a highlight that never ends', 'a ==b', 'p[a ==b]'],
    ['a tag', 'x #mar/viento, y', 'p[x x-tag(name=mar/viento)[#mar/viento], y]'],
    ['a number is no tag', 'x #1984 y', 'p[x #1984 y]'],
    ['nor is it inside a word', 'x#no y', 'p[x#no y]'],
    ['nor in code', '`x #no`', 'p[code[x #no]]'],
    ['a comment', 'a %%b%% c', 'p[a c]'],
    ['a comment over blocks', 'a\n\n%%\nb\n\n# c\n%%\n\nd', 'p[a] | p[d]'],
    ['what follows a comment is no code', '%%c%% d', 'p[d]'],
    ['an HTML comment', 'a <!-- b --> c', 'p[a c]'],
    ['a block id', 'texto ^id', 'p(block=id)[texto]'],
    ['a block id below', '| a |\n|--|\n| b |\n\n^t1', 'table(block=t1)[thead[tr[th[a]]] tbody[tr[td[b]]]]'],
    ['a block id of an item', '- a ^i\n- b', 'ul[li[span(block=i)[a]] li[b]]'],
    ['a power is no block id', 'x 2^id', 'p[x 2^id]'],
    ['lines end where they end', 'a\nb', 'p[abr b]'],
    ['a bare address', 've https://e.org/a_b.', 'p[ve x-link(url=https://e.org/a_b)[https://e.org/a_b].]'],
    ['struck out', '~~a~~ ~b~', 'p[del[a] ~b~]'],
    ['tasks', '- [x] a\n- [ ] b', 'ul[li[x-task(done=true)a] li[x-task(done=false)b]]'],
    ['a list from a number', '3. a\n4. b', 'ol(start=3)[li[a] li[b]]'],
    ['a heading with its markup', '## a *b* #t', 'h2[a em[b] x-tag(name=t)[#t]]'],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test.each([
    [
      'a title and a body',
      '> [!note] Un *título*\n> cuerpo',
      'x-callout(type=note)[x-callout-title[Un em[título]] x-callout-body[p[cuerpo]]]',
    ],
    ['no title', '> [!tip]\n> a', 'x-callout(type=tip)[x-callout-title x-callout-body[p[a]]]'],
    ['no body', '> [!Info] a', 'x-callout(type=info)[x-callout-title[a]]'],
    [
      'folded',
      '> [!bug]- a\n> b',
      'x-callout(type=bug fold=closed)[x-callout-title[a] x-callout-body[p[b]]]',
    ],
    [
      'unfolded',
      '> [!bug]+ a\n> b',
      'x-callout(type=bug fold=open)[x-callout-title[a] x-callout-body[p[b]]]',
    ],
    [
      'nested',
      '> [!note] a\n> > [!tip] b\n> > c',
      'x-callout(type=note)[x-callout-title[a] x-callout-body[x-callout(type=tip)[x-callout-title[b] x-callout-body[p[c]]]]]',
    ],
    ['a quote is a quote', '> [x] a', 'blockquote[p[[x] a]]'],
  ])('callouts: %s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test.each([
    ['in a line', 'a $x^2$ b', 'p[a x-formula(display=false)[x^2] b]'],
    ['as a block', '$$\n\\frac{1}{2}\n$$', 'p[x-formula(display=true)[\\frac{1}{2}]]'],
    [
      'as a block from the first line',
      '$$\\begin{aligned}\na\n\\end{aligned}$$',
      'p[x-formula(display=true)[\\begin{aligned} a \\end{aligned}]]',
    ],
    ['prices are none', 'de $5 a $10', 'p[de $5 a $10]'],
    [
      'its underscores are its own',
      '$a_1$ y $b_1$',
      'p[x-formula(display=false)[a_1] y x-formula(display=false)[b_1]]',
    ],
    ['in a quote', '> $$\n> a\n> $$', 'blockquote[p[x-formula(display=true)[a]]]'],
  ])('formulas: %s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test('a formula that cannot be read is shown with its reason', () => {
    expect(shown('a $\\frac{1$ b')).toMatch(
      /^p\[a x-formula\(display=false error=.*expected.*\)\[\\frac\{1\] b\]$/,
    );
  });

  test('code keeps what it holds, in the colours of its language', () => {
    const { blocks } = render('```js\nlet a = "[[x]] #t %%c%%"; // $y$\n```');
    expect(textOf(blocks[0]!.node)).toBe('let a = "[[x]] #t %%c%%"; // $y$');
    expect(blocks[0]!.node.properties.dataLanguage).toBe('js');
    const classes = [...elementsOf(blocks)].flatMap(({ properties }) => properties.className ?? []);
    expect(classes).toContain('hljs-keyword');
  });

  test('indented code keeps links as they are written', () => {
    expect(shown('a\n\n    [[x]] #t')).toBe('p[a] | x-code[pre[code[[[x]] #t]]]');
  });

  test('a diagram is left to the view', () => {
    const { blocks } = render('```mermaid\ngraph TD\n  A-->B\n```');
    expect(blocks[0]!.node).toMatchObject({
      tagName: 'x-mermaid',
      properties: { dataCode: 'graph TD\n  A-->B' },
    });
  });

  test('links and images of Markdown', () => {
    expect(shown('[a](b%20c.md#h) [d](https://e.org "t") ![e|200](f.png) ![g](https://h.org/i.png)')).toBe(
      'div[x-wikilink(target=b c.md#h)[a] x-link(url=https://e.org)[d] x-embed(target=f.png alt=e width=200) x-image(url=https://h.org/i.png remote=true alt=g)]',
    );
  });

  test('footnotes are numbered in the order in which they are referred to', () => {
    expect(shown('a[^z] b[^y] c[^z]\n\n[^y]: uno\n[^z]: dos')).toBe(
      'p[ax-footnote(number=1) bx-footnote(number=2) cx-footnote(number=1)] | x-footnotes[x-footnote-text(number=1)[p[dos]]x-footnote-text(number=2)[p[uno]]]',
    );
  });

  test('harmless HTML goes on around Markdown', () => {
    expect(shown('<u>a **b**</u> <kbd>c</kbd>')).toBe('p[u[a strong[b]] kbd[c]]');
    expect(shown('<details><summary>s</summary>\n\n**b**\n\n</details>\n\nc')).toBe(
      'details[summary[s] p[strong[b]]] | p[c]',
    );
    expect(shown('<img src="a.png" width="50">')).toBe('x-embed(target=a.png alt= width=50)');
  });
});

describe('places', () => {
  const text = '---\na: b\n---\n# Uno\r\n\r\nDos [[x]]\r\n\r\n- tres\n- cuatro\n\n> cinco\n';

  test('blocks say where they stand in the text', () => {
    const { blocks } = render(text);
    expect(blocks.map(({ start, end }) => text.slice(start, end).trim())).toEqual([
      '# Uno',
      'Dos [[x]]',
      '- tres\n- cuatro',
      '> cinco',
    ]);
  });

  test('and so do items and links', () => {
    const elements = [...elementsOf(render(text).blocks)];
    const places = elements
      .filter(({ tagName }) => tagName === 'li')
      .map(({ properties }) => text.slice(Number(properties.dataStart), Number(properties.dataEnd)));
    expect(places.toSorted()).toEqual(['- cuatro', '- tres']);
    const link = elements.find(({ tagName }) => tagName === 'x-wikilink')!;
    expect(text.slice(Number(link.properties.dataFrom)).startsWith('[[x]]')).toBe(true);
  });
});

describe('long notes', () => {
  const paragraph = `${'una frase de mar y de viento '.repeat(40)}\n\n`;
  const long = `# Uno\n\na[^n] y [b][r]\n\n${paragraph.repeat(60)}## Dos\n\nfin[^n]\n\n[r]: https://e.org\n[^n]: la nota\n`;

  test('are read in segments that know each other’s definitions', () => {
    const { blocks } = render(long);
    expect(blocks.length).toBe(65);
    expect(writtenBlocks(blocks.slice(1, 2))).toBe('p[ax-footnote(number=1) y x-link(url=https://e.org)[b]]');
    expect(writtenBlocks(blocks.slice(-2))).toBe(
      'p[finx-footnote(number=1)] | x-footnotes[x-footnote-text(number=1)[p[la nota]]]',
    );
  });

  test('have places in the whole text', () => {
    const { blocks } = render(long);
    const heading = blocks.find(({ node }) => node.tagName === 'h2')!;
    expect(long.slice(heading.start, heading.end)).toBe('## Dos');
  });

  test('a long list, table or code is several blocks', () => {
    const list = render(Array.from({ length: 200 }, (_, i) => `${i + 1}. punto`).join('\n')).blocks;
    expect(list.map(({ node, joined }) => [node.properties.start ?? 1, joined])).toEqual([
      [1, false],
      [61, true],
      [121, true],
      [181, true],
    ]);
    const code = render(`\`\`\`\n${'línea\n'.repeat(600)}\`\`\``).blocks;
    expect(code.length).toBe(3);
    expect(code.map(({ node }) => textOf(node)).join('\n')).toBe(`${'línea\n'.repeat(599)}línea`);
    const links = Array.from({ length: 2_000 }, (_, i) => `[[a${i}]]`).join(' ');
    const paragraph = render(links).blocks;
    expect(paragraph.length).toBe(8);
    expect(paragraph.map(({ node }) => textOf(node)).join('')).toBe(links.replaceAll(/\[\[|\]\]/g, ''));
    expect(links.slice(paragraph[1]!.start)).toMatch(/^\[\[a250\]\]/);
    const table = render(`| a |\n|--|\n${'| b |\n'.repeat(400)}`).blocks;
    expect(table.length).toBe(3);
  });

  test.each([
    ['deep', `${'>'.repeat(10_000)} hondo`],
    ['deep', `${'- '.repeat(500)}hondo`],
    ['deep', `${'['.repeat(50_000)}x`],
    ['long', 'una línea '.repeat(60_000)],
  ])('what is too %s to read is plain text', (reason, text) => {
    const { blocks, plain } = render(text);
    expect(plain).toEqual([reason]);
    expect(blocks.map(({ node }) => textOf(node)).join('')).toBe(text);
    expect(blocks[0]!.node.properties.dataReason).toBe(reason);
  });

  test.each([
    ['ten thousand links', '[[a]] '.repeat(10_000)],
    ['ten thousand open brackets', '[a '.repeat(10_000)],
    ['ten thousand stars', '*a **b '.repeat(5_000)],
    ['nested HTML', '<div>'.repeat(3_000)],
    ['open quotes of HTML', '<a href="'.repeat(5_000)],
    ['dollars', '$a '.repeat(20_000)],
    ['percents', '%% '.repeat(20_001)],
    ['equals', '==a '.repeat(10_000)],
    ['pipes', `${'|a'.repeat(3_000)}\n${'|-'.repeat(3_000)}\n${'|b'.repeat(3_000)}`],
    ['footnotes', Array.from({ length: 1_000 }, (_, i) => `a[^${i}]\n\n[^${i}]: b\n`).join('\n')],
  ])('%s take no longer than a moment', (_, text) => {
    const before = process.cpuUsage().user;
    render(text);
    expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(4_000);
  });

  test('a segment that took too long before is plain text, its neighbours are not', () => {
    const { blocks, plain } = render(long, { slow: new Set([0]) });
    expect(plain).toEqual(['slow']);
    expect(blocks.at(-2)!.node.tagName).toBe('p');
  });
});
