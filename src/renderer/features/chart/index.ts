import { lazy } from 'react';
import { fetchChart } from './fetch-chart.ts';

export { MiddleSwitch } from './MiddleSwitch.tsx';

/** With its drawing library, which nobody waits for who only reads. */
export const ChartView = lazy(fetchChart);
