export { ChooserSheet } from './ChooserSheet.tsx';
export { Welcome } from './Welcome.tsx';
