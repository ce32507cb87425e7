import type { Drawing } from '../../chart/drawing.ts';

/** Pixels of a picture for each of the screen's. */
const FINER = 2;

/** Gives the chart as it is seen to the person as a download, wherever they keep those. */
export async function saveChart(drawing: Drawing, kind: 'png' | 'svg'): Promise<void> {
  const svg = new Blob([drawing.svg()], { type: 'image/svg+xml' });
  const url = URL.createObjectURL(kind === 'svg' ? svg : await pngOf(svg));
  const link = Object.assign(document.createElement('a'), { href: url, download: `portolan.${kind}` });
  link.click();
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
