import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HostCommand } from '../../contract/host.ts';
import type { Host } from '../../host/host.ts';
import { followRequest } from './follow.ts';

let root = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'portolan-follow-')));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** What requests need of a host, and what they did with it. */
function world(known: readonly string[] = [], opened: string | null = null) {
  const did: (string | HostCommand)[] = [];
  const asked: string[] = [];
  const host = {
    state: {
      vault: opened && { path: opened, name: path.basename(opened), sample: false },
      recent: known.map((at) => ({
        path: at,
        name: path.basename(at),
        openedAt: 0,
        missing: at.includes('gone'),
      })),
    },
    open: async (at: string) => void did.push(at),
    commands: { publish: (command: HostCommand) => void did.push(command) },
  } as unknown as Host;
  const follow = (request: Parameters<typeof followRequest>[1], answer = false) =>
    followRequest(host, request, async (vault) => {
      asked.push(vault);
      return answer;
    });
  return { did, asked, follow };
}

describe('followRequest', () => {
  it('opens the vault around a note’s file, and the note', async () => {
    const file = path.join(root, 'Diario/2024/Mar.md');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '');
    const { did, follow } = world([path.join(root, 'Diario')]);
    await follow({ is: 'file', path: file });
    expect(did).toEqual([path.join(root, 'Diario'), { do: 'read', note: '2024/Mar.md' }]);
  });

  it('leaves a vault open that is open already', async () => {
    const { did, follow } = world([], '/v/Diario');
    await follow({ is: 'link', vault: 'Diario', note: 'Mar' });
    await follow({ is: 'link', query: 'mareas' });
    expect(did).toEqual([
      { do: 'read', note: 'Mar' },
      { do: 'search', query: 'mareas' },
    ]);
  });

  it('opens a known vault for a link without asking, and no other', async () => {
    const { did, asked, follow } = world(['/v/Diario', '/v/gone']);
    await follow({ is: 'link', vault: 'diario' });
    await follow({ is: 'link', vault: '/etc', note: 'passwd' });
    await follow({ is: 'link', vault: 'gone' });
    expect(did).toEqual(['/v/Diario']);
    expect(asked).toEqual(['/etc', 'gone']);
  });

  it('opens another when the person allows it', async () => {
    const { did, follow } = world();
    await follow({ is: 'link', vault: '/v/Nueva', note: 'A' }, true);
    expect(did).toEqual(['/v/Nueva', { do: 'read', note: 'A' }]);
  });
});
