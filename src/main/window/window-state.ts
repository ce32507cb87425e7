/** A rectangle on the screens, in the system's own units. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is kept of a window from one time to the next. */
export interface WindowState {
  /** Where it was when it was not maximised. */
  readonly bounds: Rectangle;
  readonly maximised: boolean;
}

export const SMALLEST = { width: 640, height: 480 };
const USUAL = { width: 1280, height: 800 };
/** As much of a title bar must lie on a screen, to get hold of the window. */
const HANDLE = { width: 120, height: 32 };

/**
 * Where to open the window: where it was, if that is on a screen that is still there; else in the middle of the first
 * one. Never larger than its screen. `screens` are the areas that windows may take, the main screen first.
 */
export function placeWindow(kept: unknown, screens: readonly Rectangle[]): WindowState {
  const main = screens[0] ?? { x: 0, y: 0, ...USUAL };
  if (!isState(kept)) return { bounds: centred(USUAL, main), maximised: false };
  const { bounds, maximised } = kept;
  const screen = screens.find((area) => holdsHandle(bounds, area));
  return { bounds: screen ? fitted(bounds, screen) : centred(bounds, main), maximised };
}

function holdsHandle(bounds: Rectangle, area: Rectangle): boolean {
  const shown = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return shown >= HANDLE.width && bounds.y >= area.y && bounds.y + HANDLE.height <= area.y + area.height;
}

function fitted(bounds: Rectangle, area: Rectangle): Rectangle {
  return { x: bounds.x, y: bounds.y, ...sized(bounds, area) };
}

function centred(size: { width: number; height: number }, area: Rectangle): Rectangle {
  const { width, height } = sized(size, area);
  return {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
  };
}

function sized(size: { width: number; height: number }, area: Rectangle) {
  const within = (wanted: number, least: number, most: number) => Math.min(Math.max(wanted, least), most);
  return {
    width: within(size.width, SMALLEST.width, area.width),
    height: within(size.height, SMALLEST.height, area.height),
  };
}

function isState(value: unknown): value is WindowState {
  if (typeof value !== 'object' || value === null) return false;
  const { bounds, maximised } = value as Partial<WindowState>;
  return (
    typeof maximised === 'boolean' &&
    typeof bounds === 'object' &&
    [bounds?.x, bounds?.y, bounds?.width, bounds?.height].every(Number.isSafeInteger)
  );
}
