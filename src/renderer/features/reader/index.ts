export { BacklinksPanel } from './backlinks/BacklinksPanel.tsx';
export { warmRenderer } from './note/rendering.ts';
export { OutlinePanel } from './outline/OutlinePanel.tsx';
export { Reader } from './view/Reader.tsx';
