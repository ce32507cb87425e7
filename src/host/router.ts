import { writeFile } from 'node:fs/promises';
import { implement } from '@orpc/server';
import { PortolanError, reasonParams } from '../common/errors.ts';
import { toWire } from '../contract/error-codec.ts';
import { hostContract } from '../contract/host.ts';
import { listFolders } from './folders.ts';
import type { Host } from './host.ts';
import { harmlessUrl, insideVault } from './outside.ts';

/** The host's contract over a host: every input validated, every error coded, in one place. */
export function createHostRouter(host: Host) {
  const { chooseFolder, chooseTarget, reveal, openExternal } = host.options;
  const os = implement(hostContract).use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw toWire(error);
    }
  });
  return os.router({
    about: os.about.handler(() => host.about()),
    state: os.state.handler(({ signal }) => host.follow(signal)),
    settings: os.settings.handler(({ signal }) => host.settings.listen(signal)),
    commands: os.commands.handler(({ signal }) => host.commands.listen(signal)),
    change: os.change.handler(({ input }) => host.change(withoutGaps(input))),
    resetSettings: os.resetSettings.handler(() => host.resetSettings()),
    open: os.open.handler(({ input }) => host.open(input.path)),
    openSample: os.openSample.handler(() => host.openSample()),
    close: os.close.handler(() => host.closeVault()),
    restart: os.restart.handler(() => host.restart()),
    forget: os.forget.handler(({ input }) => host.forget(input.path)),
    choose: os.choose.handler(async () => {
      if (!chooseFolder) throw missing('a dialog');
      return { path: await chooseFolder() };
    }),
    save: os.save.handler(async ({ input }) => {
      if (!chooseTarget) throw missing('a dialog');
      const at = await chooseTarget(input.name);
      if (at !== null)
        await writeFile(at, input.text).catch((cause) => {
          throw new PortolanError('SAVE_FAILED', { path: at, ...reasonParams(cause) }, { cause });
        });
      return { path: at };
    }),
    folders: os.folders.handler(({ input }) => listFolders(input.path)),
    reveal: os.reveal.handler(async ({ input }) => {
      const { vault } = host.state;
      if (!vault) throw new PortolanError('VAULT_NOT_OPEN');
      const at = await insideVault(vault.path, input.path ?? '');
      if (!reveal) throw missing(at);
      await reveal(at).catch(failed(at));
    }),
    openExternal: os.openExternal.handler(async ({ input }) => {
      const url = harmlessUrl(input.url);
      if (!openExternal) throw missing(url);
      await openExternal(url).catch(failed(url));
    }),
    recall: os.recall.handler(({ input }) => host.memory.recall(input.key)),
    remember: os.remember.handler(({ input }) => host.memory.remember(input.key, input.value)),
  });
}
export type HostRouter = ReturnType<typeof createHostRouter>;

const missing = (what: string) =>
  new PortolanError('OPEN_FAILED', { what, reason: 'there is no display here' });

const failed = (what: string) => (cause: unknown) => {
  throw new PortolanError('OPEN_FAILED', { what, ...reasonParams(cause) }, { cause });
};

/** Without what is there but undefined: it would overwrite what holds. */
const withoutGaps = <T extends object>(change: T) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
