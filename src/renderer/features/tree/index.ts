export { TreePanel } from './TreePanel.tsx';
export { useRememberedTree } from './use-remembered-tree.ts';
