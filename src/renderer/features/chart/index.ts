export { ChartView } from './AnyChart.tsx';
export { MiddleSwitch } from './MiddleSwitch.tsx';
