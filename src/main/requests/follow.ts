import { realpathSync } from 'node:fs';
import type { Host } from '../../host/host.ts';
import type { Request } from './request.ts';
import { knownVault, notePath, vaultOf } from './vault-of.ts';

/** Asks whether to open a folder that only a link speaks of: any web page may hold such a link. */
export type AskForVault = (vault: string) => Promise<boolean>;

/** Does what somebody outside asks for. @throws VAULT_* when the vault cannot be opened */
export async function followRequest(host: Host, request: Request, ask: AskForVault): Promise<void> {
  if (request.is === 'vault') return host.open(request.path);
  if (request.is === 'file') {
    const file = realpathSync(request.path);
    const vault = vaultOf(file, vaultsOf(host));
    await openUnlessOpen(host, vault);
    host.commands.publish({ do: 'read', note: notePath(file, vault) });
    return;
  }
  const { vault, note, query } = request;
  if (vault !== undefined) {
    const known = knownVault(vault, vaultsOf(host));
    if (!known && !(await ask(vault))) return;
    await openUnlessOpen(host, known ?? vault);
  }
  if (note !== undefined) host.commands.publish({ do: 'read', note });
  if (query !== undefined) host.commands.publish({ do: 'search', query });
}

async function openUnlessOpen(host: Host, vault: string): Promise<void> {
  if (host.state.vault?.path !== vault) await host.open(vault);
}

/** The open vault first: of two with one name it is meant. */
function vaultsOf(host: Host): string[] {
  const { vault, recent } = host.state;
  const paths = recent.filter(({ missing }) => !missing).map(({ path }) => path);
  return vault ? [vault.path, ...paths] : paths;
}
