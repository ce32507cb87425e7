import { expect, it } from 'vitest';
import { PortolanError } from '../common/errors.ts';
import { Notices } from './notices.ts';

it('notices are told when others stand there, and only then', () => {
  const notices = new Notices();
  const heard: string[][] = [];
  notices.listen(() => heard.push(notices.list().map(({ code }) => code)));
  const gone = () => new PortolanError('VAULT_NOT_FOUND', { path: '/notes' });
  notices.vault(null);
  notices.vault(gone());
  notices.vault(gone());
  notices.add(new PortolanError('INDEX_IN_USE'));
  notices.vault(null);
  notices.vault(null);
  expect(heard).toEqual([['VAULT_GONE'], ['VAULT_GONE', 'INDEX_IN_USE'], ['INDEX_IN_USE']]);
});
