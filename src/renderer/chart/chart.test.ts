import { describe, expect, it } from 'vitest';
import type { ChartRegion } from '../../contract/chart.ts';
import type { NoteEntry } from '../../contract/notes.ts';
import { coloursOf } from './colouring.ts';
import type { Ground } from './hulls.ts';
import { labelsFor, type Sight, widthOf } from './labels.ts';
import { colourOf } from './layers.ts';
import { chartModel } from './model.ts';
import { LIGHT } from './palette.ts';
import { svgOf } from './svg.ts';
import { topicsOf } from './topics.ts';
import { nearestTowards } from './travel.ts';

const region = (id: number, words: string, parent: number | null = null): ChartRegion => ({
  id,
  parent,
  words: [words],
  name: null,
  colour: null,
  hidden: false,
  notes: 4,
});

const entry = (path: string, more: Partial<NoteEntry> = {}): NoteEntry => ({
  path,
  title: path.replace('.md', ''),
  language: 'es',
  kind: 'markdown',
  aliases: [],
  tags: [],
  size: 1,
  modified: 0,
  created: 0,
  date: null,
  ...more,
});

/** Two regions of four notes each, the second one far to the right. */
function world(entries: Partial<NoteEntry>[] = []) {
  const paths = Array.from({ length: 8 }, (_, i) => (i < 4 ? `mar/${i}.md` : `pan/${i}.md`));
  const positions = Float32Array.from(paths.flatMap((_, i) => [(i < 4 ? 0 : 10) + (i % 2), (i >> 1) % 2]));
  const regions = Int32Array.from(paths, (_, i) => (i < 4 ? 1 : 2));
  const parts = new Int32Array(8).fill(-1);
  const byPath = new Map(paths.map((path, i) => [path, entry(path, entries[i])]));
  const places = { paths, positions, regions, parts, links: Uint32Array.from([0, 1, 0, 2, 0, 5]) };
  return chartModel(places, [region(1, 'mar'), region(2, 'pan')], byPath);
}

const sight = (scale: number, width = 800, height = 600): Sight => ({ x: 5, y: 0.5, scale, width, height });
const nameOf = ({ words }: ChartRegion) => words.join(' ');

describe('names', () => {
  it('stand where there is room, the regions’ before the notes’, and never on each other', () => {
    const model = world();
    for (const scale of [0.5, 2, 8, 30, 60]) {
      const labels = labelsFor(model, sight(scale), nameOf);
      const boxes = labels.map((l) => {
        const [x, y] = [(l.x - 5) * scale + l.dx, (0.5 - l.y) * scale + l.dy];
        return {
          left: x - widthOf(l.text, l.size) / 2,
          right: x + widthOf(l.text, l.size) / 2,
          top: y - l.size / 2,
          bottom: y + l.size / 2,
        };
      });
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1))
          expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
    }
    expect(labelsFor(model, sight(60), nameOf).filter(({ kind }) => kind === 'region')).toHaveLength(2);
  });

  it('of regions that are hidden are not shown', () => {
    const model = world();
    const hidden = {
      ...model,
      drawn: model.drawn.map((d) => ({ ...d, region: { ...d.region, hidden: true } })),
    };
    expect(labelsFor(hidden, sight(30), nameOf).some(({ kind }) => kind === 'region')).toBe(false);
  });

  it('stay whole at the edge of the view', () => {
    const [label] = labelsFor(
      world(),
      { x: 0.5 - 395 / 30, y: 0.5, scale: 30, width: 800, height: 600 },
      nameOf,
    );
    expect(label!.dx).toBeLessThan(0);
  });
});

describe('colours', () => {
  it('tell regions apart, the commonest first', () => {
    const { categories, of } = coloursOf(world(), 'region', LIGHT, 0);
    expect(categories.map(({ key, notes }) => [key, notes])).toEqual([
      ['1', 4],
      ['2', 4],
    ]);
    expect([...of]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect(categories[0]!.colour).not.toEqual(categories[1]!.colour);
  });

  it('of age: a note’s own day counts before its last change', () => {
    const now = Date.UTC(2026, 0, 31);
    const model = world([{ date: '2026-01-30' }, { modified: now - 20 * 86_400_000 }]);
    const { of, categories } = coloursOf(model, 'age', LIGHT, now);
    expect([of[0], of[1], of[2]]).toEqual([0, 1, categories.length - 1]);
  });

  it('of faded notes are the same for all; what is lit keeps its own', () => {
    const model = world();
    const colours = coloursOf(model, 'region', LIGHT, 0);
    const filling = { colours, palette: LIGHT, lit: Uint8Array.from([1, 0]), hits: null };
    expect(colourOf(0, filling).slice(0, 3)).toEqual([...colours.categories[0]!.colour]);
    expect(colourOf(5, filling).slice(0, 3)).toEqual([...LIGHT.faded]);
    expect(colourOf(0, { ...filling, hits: new Set([1]) }).slice(0, 3)).toEqual([...LIGHT.faded]);
  });
});

describe('travel', () => {
  it('goes to the nearest note that way, and nowhere at the edge', () => {
    const { positions } = world();
    expect(nearestTowards(positions, 0, 'right')).toBe(1);
    expect(nearestTowards(positions, 0, 'up')).toBe(2);
    expect(nearestTowards(positions, 1, 'right')).toBe(4);
    expect(nearestTowards(positions, 0, 'left')).toBe(-1);
  });
});

it('counts links in both directions', () => {
  expect([...world().degrees].slice(0, 6)).toEqual([3, 1, 1, 0, 0, 1]);
});

describe('what notes have in common', () => {
  const tagged = world([
    { tags: ['sal'] },
    { tags: ['sal', 'todo'] },
    { tags: ['todo'] },
    { tags: ['todo'] },
    { tags: ['todo'] },
    { tags: ['todo'] },
    { tags: ['todo'] },
    { tags: ['todo'] },
  ]);

  it('is where most of them lie, and tags that others have less', () => {
    const { regions, tags } = topicsOf(tagged, [0, 1, 2, 4]);
    expect(regions.map(({ region: { id }, notes }) => [id, notes])).toEqual([[1, 3]]);
    expect(tags).toEqual([{ tag: 'sal', notes: 2 }]);
  });

  it('is nothing where there is but one', () => {
    expect(topicsOf(tagged, [0])).toEqual({ regions: [], tags: [] });
  });
});

describe('an SVG of the chart', () => {
  const model = world([{}, {}, {}, { title: 'Sal & té' }]);
  const scene = {
    model,
    colours: coloursOf(model, 'region', LIGHT, 0),
    palette: LIGHT,
    lit: new Uint8Array([1, 1]),
    hits: null,
    chosen: 0,
    hovered: -1,
    rhumbs: [{ to: 5, strength: 1, linked: false }],
    links: true,
    grounds: [
      {
        region: 1,
        level: 0,
        rings: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
          ],
        ],
      },
    ] as Ground[],
    tints: new Map([[1, LIGHT.categories[0]!]]),
    labels: labelsFor(model, sight(60), nameOf),
  };

  it('has every note where it is seen, its lines and its names', () => {
    const svg = svgOf(scene, sight(60), 'sans-serif');
    expect(svg.match(/<circle /g)).toHaveLength(8);
    expect(svg.match(/<line /g)).toHaveLength(4);
    expect(svg.match(/<text /g)).toHaveLength(scene.labels.length);
    // 5 units left of the middle and half a unit below it.
    expect(svg).toContain('<circle cx="100" cy="330"');
    expect(svg).toContain('>Sal &amp; té</text>');
    expect(svg).toContain('<path d="M100 330L160 330L160 270Z"');
  });
});
