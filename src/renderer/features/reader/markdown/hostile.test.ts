import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import { elementsOf, textOf } from './outline.fixture.ts';
import { render } from './render.ts';

/** All that may be in a note’s page besides the reader’s own elements, which begin with `x-`. */
const PLAIN =
  /^(?:p|div|span|br|hr|wbr|center|blockquote|pre|code|h[1-6]|ul|ol|li|dl|dt|dd|details|summary|figure|figcaption|table|caption|thead|tbody|tfoot|tr|th|td|abbr|b|bdi|bdo|big|cite|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|strong|strike|sub|sup|time|tt|u|var|ruby|rb|rp|rt)$/;
const FORMULA = /^(?:span|svg|path|line|math|semantics|annotation|m[a-z]+)$/;
const ATTRIBUTE =
  /^(?:data[A-Z]\w*|align|colSpan|rowSpan|scope|start|reversed|type|value|open|dateTime|title|dir|lang)$/;
const OPENED = /^(?:https?:|mailto:|obsidian:)/i;

/** Asserts that nothing in what was rendered runs, leads elsewhere, fetches, asks or styles. */
function expectHarmless(text: string): Element[] {
  const { blocks } = render(text);
  const elements = [...elementsOf(blocks)];
  const formulas = new Set(
    elements
      .filter((e) => e.tagName === 'x-formula')
      .flatMap((e) => [...elementsOf([{ ...blocks[0]!, node: e }])]),
  );
  for (const element of elements) {
    const { tagName, properties } = element;
    const inFormula = formulas.has(element) && !tagName.startsWith('x-');
    if (inFormula) expect(tagName).toMatch(FORMULA);
    else if (!tagName.startsWith('x-')) expect(tagName).toMatch(PLAIN);
    for (const [name, value] of Object.entries(properties)) {
      if (value === undefined) continue;
      expect(name).not.toMatch(
        /^(?:on|href|src|srcSet|action|formAction|ping|background|poster|id|name|is|slot|xLink)/,
      );
      if (inFormula) {
        if (name === 'style') expect(String(value)).not.toMatch(/url|expression|@import|image/i);
        continue;
      }
      if (name === 'className')
        expect(
          [value]
            .flat()
            .every(
              (c) =>
                /^(?:hljs|language-)/.test(String(c)) ||
                c === 'function_' ||
                c === 'class_' ||
                c === 'inherited__',
            ),
        ).toBe(true);
      else expect(name).toMatch(ATTRIBUTE);
      if (name === 'dataUrl' && tagName === 'x-link') expect(String(value)).toMatch(OPENED);
      if (name === 'dataUrl' && tagName === 'x-image')
        expect(String(value)).toMatch(/^(?:https?:\/\/|data:image\/(?:png|jpeg|gif|webp|avif);base64,)/);
    }
  }
  return elements;
}

const tags = (elements: readonly Element[]) => elements.map(({ tagName }) => tagName);

describe('what runs', () => {
  test.each([
    '<script>alert(1)</script>',
    'a <script>alert(1)</script> b',
    '<SCRIPT SRC=//x.org/a.js></SCRIPT>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<script\n>alert(1)</script\n>',
    '<svg onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<svg><animate onbegin=alert(1) attributeName=x></svg>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<img src=x onerror=alert(1)>',
    '<img src=x:x onerror=alert(1)//',
    '<body onload=alert(1)>',
    '<div onclick="alert(1)" onmouseover=alert(1)>x</div>',
    '<details open ontoggle=alert(1)><summary>s</summary></details>',
    '<b onfocus=alert(1) autofocus tabindex=1>x</b>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<template><script>alert(1)</script></template>',
    '<textarea><img title="</textarea><img src onerror=alert(1)>"></textarea>',
    '<xmp><img title="</xmp><img src onerror=alert(1)>">',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<?xml-stylesheet href="javascript:alert(1)"?>',
    '<x-wikilink data-target="a" onclick=alert(1)>x</x-wikilink>',
    '<x-link data-url="javascript:alert(1)">x</x-link>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<p is="x-a" slot=b part=c>x</p>',
    '> [!note]<script>alert(1)</script>\n> <img src=x onerror=alert(1)>',
    '| <script>alert(1)</script> |\n|--|\n| <img src=x onerror=alert(1)> |',
    '```html\n<script>alert(1)</script>\n```',
    '[^1]\n\n[^1]: <script>alert(1)</script>',
    '# <img src=x onerror=alert(1)>',
    '==<script>alert(1)</script>==',
  ])('is left out: %s', (text) => {
    expectHarmless(text);
  });

  test('and so is its text', () => {
    expect(
      render('a <script>alert(1)</script> b')
        .blocks.map(({ node }) => textOf(node))
        .join(),
    ).not.toContain('alert');
    expect(render('<style>p{}</style>').blocks).toEqual([]);
  });
});

describe('what leads', () => {
  const ADDRESSES = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java&#10;script:alert(1)',
    'javascript&colon;alert(1)',
    '&#106;avascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\u00adscript:alert(1)',
    'java\u200bscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'FILE:///C:/Windows/win.ini',
    'blob:https://x.org/1',
    'view-source:https://x.org',
    'ms-msdt:/id',
    'smb://x/y',
    'about:blank',
    'C:\\Windows\\system.ini',
  ];

  test.each(ADDRESSES)('nowhere it may not: %j', (address) => {
    for (const text of [
      `[x](<${address}>)`,
      `[x](${address})`,
      `<a href="${address}">x</a>`,
      `<A\nHREF='${address}' ping="//p.org" target=_blank>x</A>`,
      `[x][r]\n\n[r]: <${address}>`,
      `<${address}>`,
      `![x](<${address}>)`,
      `<img src="${address}">`,
      `<iframe src="${address}"></iframe>`,
      `<video src="${address}" poster="${address}"></video>`,
    ]) {
      const elements = expectHarmless(text);
      expect(tags(elements).filter((tag) => tag === 'x-link')).toEqual([]);
      expect(tags(elements).filter((tag) => tag === 'x-image')).toEqual([]);
    }
  });

  test('says which kind of link was refused', () => {
    const [refused] = expectHarmless('[x](javascript:alert)').filter(
      ({ tagName }) => tagName === 'x-refused',
    );
    expect(refused?.properties.dataScheme).toBe('javascript');
  });

  test.each([
    '<base href="https://x.org/">',
    '<meta http-equiv=refresh content="0;url=https://x.org">',
    '<link rel=stylesheet href="https://x.org/a.css">',
    '<form action="https://x.org"><input name=a><button formaction=javascript:alert(1)>b</button></form>',
    '<object data="https://x.org/a.swf"></object><embed src="javascript:alert(1)">',
    '<area href="javascript:alert(1)"><map name=m></map>',
    '<frameset><frame src="javascript:alert(1)"></frameset>',
    '<portal src="https://x.org">',
  ])('the page stays where it is: %s', (text) => {
    expectHarmless(text);
  });
});

describe('what fetches', () => {
  test.each([
    '<img src="https://x.org/a.png" srcset="https://y.org/b.png 2x">',
    '<picture><source srcset="https://x.org/a.png"><img src="https://x.org/b.png"></picture>',
    '<div style="background:url(https://x.org/a.png)">x</div>',
    '<style>@import "https://x.org/a.css"; p { background: url(https://x.org/b.png) }</style>',
    '<p style="font-family: x; src: url(//x.org)">x</p>',
    '<table background="https://x.org/a.png"><tr><td background="https://x.org/b.png">x</td></tr></table>',
    '<input type=image src="https://x.org/a.png">',
    '<audio src="https://x.org/a.mp3" autoplay></audio>',
    '<video poster="https://x.org/a.png"><source src="https://x.org/b.mp4"><track src="https://x.org/c.vtt"></video>',
    '<svg><image href="https://x.org/a.png"/><use href="https://x.org/b.svg#c"/></svg>',
    '<link rel=preload href="https://x.org/a.png">',
    '<img src="file:///etc/passwd"> ![](file:///etc/passwd)',
    '<img src="\\\\x.org\\share\\a.png">',
    '<a style="-moz-binding:url(https://x.org)">x</a>',
  ])('does so only where the view allows it: %s', (text) => {
    // An image of another machine is the reader's own element, which asks first.
    for (const { tagName, properties } of expectHarmless(text))
      if (tagName === 'x-image') expect(properties.dataRemote).toBe(true);
  });
});

describe('what passes itself off', () => {
  test.each([
    '<div id="root" class="callout" data-start="0" data-end="9" data-block="x">x</div>',
    '<a name="location">x</a><img name="cookie" src="a.png">',
    '<p id=__proto__ class=katex>x</p>',
    '<li>x</li></ul></div></body></html><script>alert(1)</script>',
    '</div></div></div><div>x',
    '<p>a\n\nb</p>\n\n</section>',
    '<!-- --!><img src=x onerror=alert(1)> -->',
    '<b>bold [[x]] **md',
    '<table><tr><td>**x**\n\n</td></tr></table>',
    '<details>\n\n<script>\n\nalert(1)\n\n</script>\n\n</details>',
  ])('stays within its note: %s', (text) => {
    for (const { tagName, properties } of expectHarmless(text)) {
      if (tagName.startsWith('x-')) continue;
      expect(properties.id).toBeUndefined();
      // Places and block ids are the reader's, taken from where the text stands.
      if (properties.dataStart !== undefined) expect(Number(properties.dataStart)).toBeLessThan(text.length);
      expect(properties.dataBlock).not.toBe('x');
    }
  });
});

describe('formulas', () => {
  test.each([
    '\\href{javascript:alert(1)}{x}',
    '\\url{javascript:alert(1)}',
    '\\includegraphics{https://x.org/a.png}',
    '\\htmlClass{callout}{x}',
    '\\htmlId{root}{x}',
    '\\htmlStyle{background: url(https://x.org)}{x}',
    '\\htmlData{start=0}{x}',
    '\\def\\a{\\a\\a}\\a',
    '\\rule{100000em}{100000em}',
    '\\text{<script>alert(1)</script>}',
    '\\unicode{<img src=x onerror=alert(1)>}',
    '\\require{html}',
    '\\color{url(https://x.org)}x',
    '{'.repeat(3_000),
  ])('neither lead nor fetch nor grow: %s', (tex) => {
    expectHarmless(`$${tex}$\n\n$$\n${tex}\n$$`);
  });
});

test('diagrams are text until the frame apart draws them', () => {
  const code = 'graph TD\n  A["<img src=x onerror=alert(1)>"]-->B\n  click A href "javascript:alert(1)"';
  const [diagram] = expectHarmless(`\`\`\`mermaid\n${code}\n\`\`\``);
  expect(diagram?.properties.dataCode).toBe(code);
  expect(diagram?.children).toEqual([]);
});

test('properties are values, not markup', () => {
  const { properties } = render(
    '---\na: <script>alert(1)</script>\nb: !!js/function "x"\n__proto__: {polluted: 1}\n---\n',
  );
  expect(properties?.entries[0]).toEqual(['a', '<script>alert(1)</script>']);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
