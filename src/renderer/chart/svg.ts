import type { Label, Sight } from './labels.ts';
import { colourOf, depthOf, radiusOf, type Scene } from './layers.ts';
import { largerBy, NAMES_BELOW, POLE_SIZE, partsOf } from './overlay.ts';
import type { Rgb } from './palette.ts';

/** The chart as it is seen now, with its names, as an SVG of the same size. */
export function svgOf(scene: Scene, sight: Sight, sans: string): string {
  const { model, palette } = scene;
  const { width, height } = sight;
  const place = (x: number, y: number): readonly [string, string] => [
    short(width / 2 + (x - sight.x) * sight.scale),
    short(height / 2 - (y - sight.y) * sight.scale),
  ];
  const placeOf = (i: number) => place(model.positions[2 * i]!, model.positions[2 * i + 1]!);
  const line = (from: number, to: number, colour: Rgb, opacity: number, thickness: number) => {
    const [[ax, ay], [bx, by]] = [placeOf(from), placeOf(to)];
    return `<line x1="${ax}" y1="${ay}" x2="${bx}" y2="${by}" stroke="${hex(colour)}" stroke-opacity="${short(opacity)}" stroke-width="${short(thickness)}"/>`;
  };
  const lines: string[] = [];
  if (scene.links)
    for (let e = 0; e < model.links.length; e += 2)
      lines.push(line(model.links[e]!, model.links[e + 1]!, palette.link, 0.2, 1));
  for (const { to, strength, linked } of scene.rhumbs)
    lines.push(
      line(
        scene.chosen,
        to,
        linked ? palette.link : palette.rhumb,
        (90 + 150 * strength) / 255,
        1 + 2 * strength,
      ),
    );
  const grounds = scene.grounds.flatMap(({ region, level, rings }) => {
    const tint = scene.tints.get(region);
    if (!tint) return [];
    const d = rings.map((ring) => `M${ring.map(([x, y]) => place(x, y).join(' ')).join('L')}Z`).join('');
    return `<path d="${d}" fill="${hex(tint)}" fill-rule="evenodd" fill-opacity="${short(depthOf(palette, level) / 255)}"/>`;
  });
  const points = Array.from({ length: model.count }, (_, i) => {
    const [[x, y], [r, g, b, a]] = [placeOf(i), colourOf(i, scene)];
    const larger = scene.overlay ? largerBy(scene.overlay, i) : 0;
    const radius = short(radiusOf(model.degrees[i]!, model.count) + larger);
    return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${hex([r, g, b])}" fill-opacity="${short(a / 255)}"/>`;
  });
  const name = ({ text, x, y, size, dx, dy }: Label) => {
    const [px, py] = place(x, y);
    return `<text x="${short(Number(px) + dx)}" y="${short(Number(py) + dy)}" font-size="${size}">${escaped(text)}</text>`;
  };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${hex(palette.paper)}"/>`,
    ...grounds,
    ...lines,
    ...points,
    ...ruled(scene, place),
    `<g font-family="${escaped(sans)}" font-weight="600" text-anchor="middle" dominant-baseline="central" fill="${hex(palette.ink)}" stroke="${hex(palette.paper)}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">`,
    ...scene.labels.map(name),
    '</g></svg>\n',
  ].join('\n');
}

/** The line between two poles, with their names. */
function ruled(
  { overlay, palette }: Scene,
  place: (x: number, y: number) => readonly [string, string],
): string[] {
  const rule = overlay?.rule;
  if (!rule) return [];
  const pole = (text: string, x: number, anchor: string) => {
    const [px, py] = place(x, rule.y);
    return `<text x="${px}" y="${short(Number(py) + NAMES_BELOW)}" font-family="serif" font-size="${POLE_SIZE}" text-anchor="${anchor}" dominant-baseline="central" fill="${hex(palette.ink)}">${escaped(text)}</text>`;
  };
  return [
    ...partsOf(rule, palette).map(({ from, to, width, colour: [r, g, b, a] }) => {
      const [[ax, ay], [bx, by]] = [place(...from), place(...to)];
      return `<line x1="${ax}" y1="${ay}" x2="${bx}" y2="${by}" stroke="${hex([r, g, b])}" stroke-opacity="${short(a / 255)}" stroke-width="${width}"/>`;
    }),
    pole(rule.from, rule.left, 'start'),
    pole(rule.to, rule.right, 'end'),
  ];
}

/** A hundredth of a pixel is more than anybody sees. */
const short = (value: number): string => String(Math.round(value * 100) / 100);

const hex = (colour: Rgb): string => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter]!);
