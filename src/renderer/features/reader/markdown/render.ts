import type { Element } from 'hast';
import { mask } from '../../../../common/markup/mask.ts';
import { blocksOf } from './blocks.ts';
import { readCallouts } from './callouts.ts';
import { Footnotes } from './footnotes.ts';
import { markHighlights, takeBlockIds } from './inline.ts';
import { parseMarkdown } from './parse.ts';
import { plainBlocks, tooMuch } from './plain.ts';
import { readProperties } from './properties.ts';
import { References } from './references.ts';
import { restore } from './restore.ts';
import { Source } from './source.ts';
import { toElements } from './to-hast.ts';
import type { Block, PlainReason, Properties, Rendered } from './types.ts';

export interface RenderOptions {
  /** Whether the note is MDX, whose components are hidden. */
  readonly mdx?: boolean;
  /** Segments that took too long before: they are shown as plain text. */
  readonly slow?: ReadonlySet<number>;
}

/** A segment is begun, so that whoever waits knows which one takes long; or it is done. */
export type RenderStep =
  | { readonly is: 'properties'; readonly properties: Properties | null }
  | { readonly is: 'begin'; readonly segment: number }
  | { readonly is: 'blocks'; readonly blocks: readonly Block[]; readonly plain: PlainReason | null };

/**
 * Renders a note's text step by step, from its beginning: a long one is read in segments, each complete in itself. Never
 * throws; what cannot be rendered is given as plain text, with the reason.
 */
export function* renderSteps(text: string, { mdx = false, slow }: RenderOptions = {}): Generator<RenderStep> {
  const properties = readProperties(text);
  yield { is: 'properties', properties };
  const masked = mask(text, properties?.end ?? 0, { mdx, reading: true });
  const source = new Source(text, masked);
  const references = new References(masked);
  const footnotes = new Footnotes();
  for (let segment = 0; segment < masked.segments.length; segment++) {
    yield { is: 'begin', segment };
    const start = Math.max(masked.segments[segment]!, segment === 0 ? (properties?.end ?? 0) : 0);
    const end = masked.segments[segment + 1] ?? text.length;
    const piece = masked.text.slice(start, end);
    const reason = slow?.has(segment) ? 'slow' : tooMuch(piece);
    yield reason ? asPlain(reason) : rendered(piece);

    function asPlain(plain: PlainReason): RenderStep {
      return { is: 'blocks', blocks: plainBlocks(text.slice(start, end), start, plain), plain };
    }

    function rendered(piece: string): RenderStep {
      try {
        const elements = renderSegment(piece + references.behind(piece, start, end), {
          source,
          start,
          end,
          footnotes,
        });
        const blocks: Block[] = [];
        for (const element of elements) blocks.push(...blocksOf(element, blocks.at(-1)?.start ?? start));
        return { is: 'blocks', blocks, plain: null };
      } catch (error) {
        return asPlain(error instanceof RangeError ? 'deep' : 'failed');
      }
    }
  }
  const section = footnotes.section();
  if (section)
    yield { is: 'blocks', blocks: footnoteBlock(section, text.length, footnotes.labels), plain: null };
}

interface SegmentOptions {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly footnotes: Footnotes;
}

function renderSegment(piece: string, { source, start, end, footnotes }: SegmentOptions): Element[] {
  const tree = parseMarkdown(piece);
  restore(tree, source, start);
  takeBlockIds(tree);
  readCallouts(tree);
  markHighlights(tree);
  return toElements(tree, { base: start, end, footnotes });
}

function footnoteBlock(node: Element, end: number, labels: readonly string[]): Block[] {
  return [{ start: end, end, node, blockIds: [], footnotes: labels, joined: false }];
}

/** A whole note at once. */
export function render(text: string, options?: RenderOptions): Rendered {
  let properties: Properties | null = null;
  const blocks: Block[] = [];
  const plain = new Set<PlainReason>();
  for (const step of renderSteps(text, options)) {
    if (step.is === 'properties') properties = step.properties;
    if (step.is !== 'blocks') continue;
    for (const block of step.blocks) blocks.push(block);
    if (step.plain) plain.add(step.plain);
  }
  return { properties, blocks, plain: [...plain] };
}
