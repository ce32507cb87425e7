import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron';
import { PAGE_URL } from '../page/address.ts';
import { placeWindow, SMALLEST, type WindowState } from './window-state.ts';

/** What keeps the page apart from the machine. Electron's defaults, said aloud: nothing here may be loosened. */
export const PAGE_PREFERENCES = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
} as const satisfies WebPreferences;

/** The window's colour until the page is drawn: the page's own paper. */
const PAPER = { light: '#fbf9f4', dark: '#101a24' };

export interface WindowOptions {
  readonly kept: unknown;
  readonly development: boolean;
  readonly preload: string;
  readonly icon?: string;
  onState(state: WindowState): void;
}

/** The app's window, shown where it was as soon as there is something to see. */
export function openMainWindow(options: WindowOptions): BrowserWindow {
  const { bounds, maximised } = placeWindow(options.kept, workAreas());
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Portolan',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    autoHideMenuBar: true,
    ...(options.icon && { icon: options.icon }),
    webPreferences: {
      ...PAGE_PREFERENCES,
      preload: options.preload,
      devTools: options.development,
    },
  });
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    window.show();
  });
  keepState(window, options.onState);
  void window.loadURL(PAGE_URL);
  return window;
}

/** The main screen first. */
function workAreas() {
  const main = screen.getPrimaryDisplay();
  return [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)].map(
    ({ workArea }) => workArea,
  );
}

function keepState(window: BrowserWindow, onState: (state: WindowState) => void): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = () => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    onState({ bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 500);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('maximize', later);
  window.on('unmaximize', later);
  window.on('close', keep);
}
