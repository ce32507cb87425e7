export { TreePanel } from './TreePanel.tsx';
