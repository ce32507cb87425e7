import { expect, it } from 'vitest';
import { droppedFolder } from './dropped-folder.ts';

const transfer = (data: Readonly<Record<string, string>>, types = Object.keys(data)) => ({
  getData: (type: string) => data[type] ?? '',
  types,
});

it('takes the address that a file manager gives', () => {
  const list = '# from the file manager\r\nfile:///home/ana/Mis%20notas\r\n';
  expect(droppedFolder(transfer({ 'text/uri-list': list }))).toEqual({
    is: 'path',
    path: '/home/ana/Mis notas',
  });
});

it('takes a drive of Windows without the slash before it', () => {
  const list = 'file:///C:/Notas/%C3%91u';
  expect(droppedFolder(transfer({ 'text/uri-list': list }))).toEqual({ is: 'path', path: 'C:/Notas/Ñu' });
});

it('takes a path dropped as text', () => {
  expect(droppedFolder(transfer({ 'text/plain': ' /home/ana/notas\n' }))).toEqual({
    is: 'path',
    path: '/home/ana/notas',
  });
});

it('says when there are files whose place is not told', () => {
  expect(droppedFolder(transfer({}, ['Files']))).toEqual({ is: 'unknown' });
});

it.each([
  ['a web page', { 'text/uri-list': 'https://example.org/', 'text/plain': 'https://example.org/' }],
  ['a sentence', { 'text/plain': 'and/or' }],
])('leaves %s alone', (_, data) => {
  expect(droppedFolder(transfer(data))).toBeNull();
});
