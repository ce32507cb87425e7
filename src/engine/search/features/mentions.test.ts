import { expect, test } from 'vitest';
import { asNotePath } from '../../../common/ids.ts';
import { mentionOf } from './mentions.ts';

const note = (title: string, aliases: string[] = [], path = 'x/y.md') => ({
  title,
  aliases,
  path: asNotePath(path),
});
const chunk = (text: string) => ({
  id: 1,
  noteId: 1,
  ordinal: 0,
  start: 10,
  end: 90,
  headingPath: [],
  hash: '',
  text,
});

test.each([
  ['Mecanismo de atención', [], 'Véase el MECANISMO DE ATENCION, y más.', 'MECANISMO DE ATENCION'],
  ['Mecanismo de atención', [], 'ﬁn: el mecanismo\nde  atencio\u0301n aquí', 'mecanismo\nde  atencio\u0301n'],
  ['深度学习', [], '我们用深度学习。', '深度学习'],
  ['Transformer', ['Vaswani et al.'], 'As Vaswani et al. say', 'Vaswani et al'],
] as const)('%s, %j is said in %j', (title, aliases, text, said) => {
  const found = mentionOf(note(title, [...aliases]), [chunk('Nada.'), chunk(text)])!;
  expect(text.slice(found.at.start, found.at.end)).toBe(said);
  expect(found.passage).toMatchObject({ start: 10, end: 90, text });
});

test('a file’s name is a name, too', () => {
  expect(mentionOf(note('Otra cosa', [], 'ia/backprop.md'), [chunk('con backprop')])?.name).toBe('backprop');
});

test.each([
  ['Red', 'la redundancia'],
  ['C', 'C is short'],
  ['', 'nada'],
  ['---', '--- ---'],
])('%j is not said in %j', (title, text) => {
  expect(mentionOf(note(title, [], 'q/zz.md'), [chunk(text)])).toBeUndefined();
});
