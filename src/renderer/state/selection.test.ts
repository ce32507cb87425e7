import { beforeEach, expect, it } from 'vitest';
import { narrowedTo, useSelected } from './selection.ts';
import { useSession } from './session.ts';

const selected = () => useSelected.getState();
const vault = (path: string) =>
  useSession.setState({
    state: { vault: { path, name: path, sample: false }, engine: { is: 'none' }, recent: [], notices: [] },
  });

beforeEach(() => {
  vault('/one');
  selected().select([]);
});

it('narrows answers to the selection, whatever that becomes, until there is none', () => {
  selected().narrow(true);
  expect(narrowedTo(selected())).toBeNull();
  selected().select(['a.md']);
  expect(narrowedTo(selected())).toBeNull();
  selected().narrow(true);
  selected().select(['a.md', 'b.md']);
  expect(narrowedTo(selected())).toEqual(['a.md', 'b.md']);
  selected().select([]);
  selected().select(['c.md']);
  expect(narrowedTo(selected())).toBeNull();
});

it('is forgotten in another vault, and kept while the engine of this one starts anew', () => {
  selected().select(['a.md']);
  selected().narrow(true);
  vault('/one');
  expect(selected().paths).toEqual(['a.md']);
  vault('/two');
  expect(selected()).toMatchObject({ paths: [], narrowing: false });
});
