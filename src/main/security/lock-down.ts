import type { Session, WebContents } from 'electron';
import { isOurs } from '../page/address.ts';

/** What a page may have without asking: nothing but the clipboard to write to, by its own buttons. */
const ALLOWED = new Set(['clipboard-sanitized-write']);

/** No page of this session gets a permission, a device, a download or a spelling dictionary from elsewhere. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(ALLOWED.has(permission) && isOurs(requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => ALLOWED.has(permission) && isOurs(origin.replace(/\/$/, '')),
  );
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}

/** Pages stay where they are: no other address, no further window, no webview. */
export function lockContents(contents: WebContents): void {
  const stay = (event: { preventDefault(): void; url: string }) => {
    if (!isOurs(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
