import { type CustomScheme, protocol, type Session } from 'electron';
import { PAGE_SCHEME } from './address.ts';
import { answer } from './answer.ts';
import { pageFiles } from './page-files.ts';

/** An origin of its own, like a site's: with storage, workers and a policy, and nothing of `file://`. */
const SCHEME: CustomScheme = {
  scheme: PAGE_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true },
};

/** Must be called before the app is ready. */
export const registerScheme = () => protocol.registerSchemesAsPrivileged([SCHEME]);

/** Serves the built page in `folder` to the windows of a session. */
export function servePage(session: Session, folder: string): void {
  const files = pageFiles(folder);
  session.protocol.handle(PAGE_SCHEME, ({ url, method }) => answer(files, url, method));
}
