import type { Layout, RightView } from '../state/layout.ts';

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
    ...(isRightView(rightView) && { rightView }),
    ...(isSize(leftSize) && { leftSize }),
    ...(isSize(rightSize) && { rightSize }),
  };
}

const RIGHT_VIEWS: readonly unknown[] = ['related', 'outline', 'backlinks', 'nearby'] satisfies RightView[];
const isRightView = (value: unknown): value is RightView => RIGHT_VIEWS.includes(value);

const isSize = (value: unknown): value is number =>
  typeof value === 'number' && value >= 100 && value <= 2000;
