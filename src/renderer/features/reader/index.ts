export { BacklinksPanel } from './backlinks/BacklinksPanel.tsx';
export { OutlinePanel } from './outline/OutlinePanel.tsx';
export { Reader } from './view/Reader.tsx';
