import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

const LINUX = [16, 24, 32, 48, 64, 128, 256, 512];
const WINDOWS = [16, 24, 32, 48, 64, 128, 256];
/** The Mac's names for pictures in its icon files, by their size; all of them hold PNG. */
const MAC: readonly (readonly [name: string, size: number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
];

/** Draws the icon in every shape that systems ask for, from its one drawing, into `folder`. */
export async function buildIcons(svg: string, folder: string): Promise<void> {
  const drawn = new Map<number, Buffer>();
  // Drawn at its size, not made smaller: thin lines stay lines.
  for (const size of new Set([...LINUX, ...WINDOWS, ...MAC.map(([, size]) => size)]))
    drawn.set(
      size,
      await sharp(svg, { density: (72 * size) / 256 })
        .resize(size, size)
        .png()
        .toBuffer(),
    );
  const png = (size: number) => drawn.get(size)!;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'linux'), { recursive: true });
  for (const size of LINUX) writeFileSync(path.join(folder, 'linux', `${size}x${size}.png`), png(size));
  writeFileSync(path.join(folder, 'icon.png'), png(1024));
  writeFileSync(path.join(folder, 'icon.ico'), ico(WINDOWS.map((size) => ({ size, png: png(size) }))));
  writeFileSync(path.join(folder, 'icon.icns'), icns(MAC.map(([name, size]) => ({ name, png: png(size) }))));
}

/** Windows' icon file: a directory of pictures, and the pictures. */
export function ico(pictures: readonly { readonly size: number; readonly png: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [i, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * i;
    // 256 is written as 0.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** The Mac's icon file: pictures, each after its name and length. */
export function icns(pictures: readonly { readonly name: string; readonly png: Buffer }[]): Buffer {
  const entries = pictures.map(({ name, png }) => Buffer.concat([entry(name, png.length), png]));
  const body = Buffer.concat(entries);
  return Buffer.concat([entry('icns', body.length), body]);
}

function entry(name: string, length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.write(name, 0, 'latin1');
  bytes.writeUInt32BE(8 + length, 4);
  return bytes;
}
