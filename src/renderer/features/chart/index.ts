import { lazy } from 'react';

export { MiddleSwitch } from './MiddleSwitch.tsx';

/** With its drawing library, which nobody waits for who only reads. */
export const ChartView = lazy(() => import('./ChartView.tsx'));
