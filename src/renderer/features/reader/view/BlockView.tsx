import { memo } from 'react';
import type { Block } from '../markdown/types.ts';
import { toReact } from './to-react.tsx';

/** One block of a note: drawn once, and again only when it is another one. */
export const BlockView = memo(function BlockView({ block }: { readonly block: Block }) {
  return toReact(block.node);
});
