export { StatusBar } from './StatusBar.tsx';
export { useStatus } from './use-status.ts';
