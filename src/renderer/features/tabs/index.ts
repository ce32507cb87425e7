export { TabBar } from './TabBar.tsx';
export { useTabCommands } from './use-tab-commands.ts';
