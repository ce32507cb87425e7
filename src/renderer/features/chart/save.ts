import type { HostClient } from '../../../contract/host.ts';
import type { Drawing } from '../../chart/drawing.ts';

/** Pixels of a picture for each of the screen's. */
const FINER = 2;

/** Gives the chart as it is seen to the person as a download, wherever they keep those. */
export async function saveChart(drawing: Drawing, kind: 'png' | 'svg'): Promise<void> {
  const svg = new Blob([drawing.svg()], { type: 'image/svg+xml' });
  download(kind === 'svg' ? svg : await pngOf(svg), `portolan.${kind}`);
}

/** What browsers have to write a file that the person picks; not all of them do. */
interface Picker {
  showSaveFilePicker?(options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<{
    readonly name: string;
    createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>;
  }>;
}

/**
 * Writes a Markdown text to a file that the person picks: with the system's dialog, or the browser's, or else as a
 * download. Over another file only where the dialog was told so.
 * @returns what the file is called; null where the person picked none
 */
export async function saveText(
  name: string,
  text: string,
  { host, dialogs }: { readonly host: Pick<HostClient, 'save'>; readonly dialogs: boolean },
): Promise<string | null> {
  if (dialogs) return (await host.save({ name, text })).path;
  const { showSaveFilePicker } = globalThis as Picker;
  if (!showSaveFilePicker) {
    download(new Blob([text], { type: 'text/markdown' }), name);
    return name;
  }
  try {
    const file = await showSaveFilePicker({
      suggestedName: name,
      types: [{ accept: { 'text/markdown': ['.md'] } }],
    });
    const writable = await file.createWritable();
    await writable.write(text);
    await writable.close();
    return file.name;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function pngOf(svg: Blob): Promise<Blob> {
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = FINER * image.naturalWidth;
    canvas.height = FINER * image.naturalHeight;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('the canvas gave no picture'))));
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
