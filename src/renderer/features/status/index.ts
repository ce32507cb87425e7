export { StatusBar } from './StatusBar.tsx';
export { useProgress, useStatus } from './use-status.ts';
