export { TabBar } from './TabBar.tsx';
export { titleOf } from './tab-title.ts';
export { useTabCommands } from './use-tab-commands.ts';
