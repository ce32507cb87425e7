import type { Layout } from '../state/layout.ts';

/** What of the panes is remembered. */
export type Kept = Pick<Layout, 'left' | 'right' | 'leftView' | 'rightView' | 'leftSize' | 'rightSize'>;

/** What of a remembered value can be used: it may come from another version, or have been edited. */
export function sane(value: unknown): Partial<Kept> {
  if (typeof value !== 'object' || value === null) return {};
  const { left, right, leftView, rightView, leftSize, rightSize } = value as Record<string, unknown>;
  return {
    ...(typeof left === 'boolean' && { left }),
    ...(typeof right === 'boolean' && { right }),
    ...((leftView === 'notes' || leftView === 'search') && { leftView }),
    ...((rightView === 'related' || rightView === 'outline' || rightView === 'backlinks') && { rightView }),
    ...(isSize(leftSize) && { leftSize }),
    ...(isSize(rightSize) && { rightSize }),
  };
}

const isSize = (value: unknown): value is number =>
  typeof value === 'number' && value >= 100 && value <= 2000;
