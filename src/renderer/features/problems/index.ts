export { ProblemsSheet } from './ProblemsSheet.tsx';
