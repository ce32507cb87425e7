import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type Ref,
  type RefObject,
  startTransition,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Block } from '../markdown/types.ts';
import { blockAt } from '../note/places.ts';
import { BlockView } from './BlockView.tsx';
import { leafAtOffset } from './leaves.ts';
import styles from './note.module.css';

export interface BodyHandle {
  readonly root: HTMLElement | null;
  /** Brings the element at an offset to a distance from the top of the scrolled page. */
  reveal(offset: number, from?: number): void;
  /** Scrolls the block into what is drawn, then shows the element that `find` picks out of it. */
  revealIn(block: number, find: (root: HTMLElement) => HTMLElement | null): void;
}

interface Props {
  readonly blocks: readonly Block[];
  /** Length of the text: long notes are drawn where they are looked at only. */
  readonly length: number;
  /** It is read from its beginning: what is further down may come a moment later. */
  readonly fromTop: boolean;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly handle: Ref<BodyHandle>;
  /** Other elements are drawn than before. */
  readonly onDrawn: () => void;
}

/** Characters that are drawn at once: some three screens. */
const FIRST = 8_000;

/** A note shorter than this is drawn as a whole: the browser's own search finds all of it. */
const LONG = 80_000;

/** The blocks of a note. */
export function Body(props: Props) {
  return props.length > LONG ? <LongBody {...props} /> : <ShortBody {...props} />;
}

/** The blocks that hold the first characters, at least one; the same list where that is all. */
function beginningOf(blocks: readonly Block[]): readonly Block[] {
  const rest = blocks.findIndex(({ end }) => end > FIRST) + 1;
  return rest === 0 || rest === blocks.length ? blocks : blocks.slice(0, rest);
}

/** Where what is looked for is to stand: a little below the top. */
const ROOM = 24;

function ShortBody({ blocks, fromTop, scroller, handle, onDrawn }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [whole, setWhole] = useState(!fromTop);
  const drawn = useMemo(() => (whole ? blocks : beginningOf(blocks)), [whole, blocks]);
  const drawnTo = useRef(0);
  /** What was asked for before it was drawn. */
  const later = useRef<(() => void) | null>(null);
  const orLater = (work: () => boolean) => {
    if (work() || drawn === blocks) return;
    later.current = work;
    setWhole(true);
  };
  useEffect(() => {
    // Drawn in pieces, between which the page answers.
    startTransition(() => setWhole(true));
  }, []);
  useImperativeHandle(handle, () => ({
    get root() {
      return root.current;
    },
    reveal(offset, from = ROOM) {
      orLater(() => {
        if (offset > drawnTo.current) return false;
        const leaf = root.current && leafAtOffset(root.current, offset);
        if (leaf) bring(leaf, scroller.current!, from);
        return leaf != null;
      });
    },
    revealIn(_, find) {
      orLater(() => {
        const found = root.current && find(root.current);
        if (found) bring(found, scroller.current!, ROOM);
        return found != null;
      });
    },
  }));
  useLayoutEffect(() => {
    drawnTo.current = drawn.at(-1)?.end ?? 0;
    onDrawn();
    later.current?.();
    later.current = null;
  }, [drawn, onDrawn]);
  return (
    <div ref={root} data-note-body>
      {drawn.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name
        <BlockView key={i} block={block} />
      ))}
    </div>
  );
}

function LongBody({ blocks, scroller, handle, onDrawn }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: blocks.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => estimate(blocks[i]!),
    overscan: 6,
    scrollMargin: root.current?.offsetTop ?? 0,
  });
  const items = virtual.getVirtualItems();
  const revealWith = (block: number, find: (root: HTMLElement) => HTMLElement | null, from: number) => {
    virtual.scrollToIndex(block, { align: 'start' });
    // What was estimated is measured when it is drawn: a few frames until all stands where it will.
    let tries = 0;
    const settle = () => {
      const found = root.current && find(root.current);
      if (found) bring(found, scroller.current!, from);
      if (++tries < 6) requestAnimationFrame(settle);
    };
    requestAnimationFrame(settle);
  };
  useImperativeHandle(handle, () => ({
    get root() {
      return root.current;
    },
    reveal: (offset, from = ROOM) =>
      revealWith(blockAt(blocks, offset), (within) => leafAtOffset(within, offset), from),
    revealIn: (block, find) => revealWith(block, find, ROOM),
  }));
  const drawn = `${items[0]?.index}:${items.at(-1)?.index}:${blocks.length}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another range is other elements
  useLayoutEffect(onDrawn, [drawn]);
  return (
    <div ref={root} data-note-body className={styles.long} style={{ height: virtual.getTotalSize() }}>
      {items.map((item) => (
        <div
          key={item.key}
          ref={virtual.measureElement}
          data-index={item.index}
          className={styles.item}
          style={{ transform: `translateY(${item.start - virtual.options.scrollMargin}px)` }}
        >
          <BlockView block={blocks[item.index]!} />
        </div>
      ))}
    </div>
  );
}

/** Lines of about 75 characters, and the room between blocks. */
const estimate = (block: Block): number => 26 * Math.ceil(Math.max(1, block.end - block.start) / 75) + 18;

function bring(element: HTMLElement, scroller: HTMLElement, from: number): void {
  const by = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top - from;
  if (Math.abs(by) > 1) scroller.scrollTop += by;
}
