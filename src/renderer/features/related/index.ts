export { RelatedPanel } from './RelatedPanel.tsx';
