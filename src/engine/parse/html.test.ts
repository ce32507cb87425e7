import { describe, expect, it } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import { bodyText } from './body-text.ts';
import { entityText, htmlNoise } from './html.ts';
import { parseNote } from './parse.ts';

const shown = (text: string) => bodyText(parseNote(asNotePath('a.md'), text));
const kept = (html: string) =>
  htmlNoise(html).reduceRight((s, [from, to]) => s.slice(0, from) + s.slice(to), html);

describe('entityText', () => {
  it.each([
    ['&amp;', '&'],
    ['&#241;', 'ñ'],
    ['&#x1F600;', '😀'],
    ['&#xD800;', undefined],
    ['&#0;', undefined],
    ['&#99999999;', undefined],
    ['&unknown;', undefined],
  ])('%s', (entity, text) => {
    expect(entityText(entity)).toBe(text);
  });
});

describe('htmlNoise', () => {
  it('is the tags, and scripts and styles with what they hold', () => {
    expect(kept('<p class="x">a<b>c</b></p><script>let x = "<b>";</script>d<STYLE>p{}</style>e')).toBe(
      'acde',
    );
    expect(kept('1 < 2 and 3 > 2')).toBe('1 < 2 and 3 > 2');
    expect(kept('<script>never closed')).toBe('never closed');
  });
});

describe('HTML in notes', () => {
  it('is shown without its tags', () => {
    expect(shown('a <b>bold</b> c<br>d <!-- no --> &lt;e&gt; &copy;')).toBe('a bold c d <e> ©');
    expect(shown('<details>\n<summary>Más</summary>\n\nTexto **aquí**\n\n</details>')).toBe(
      'Más\nTexto aquí',
    );
  });
});
