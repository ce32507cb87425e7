/** The chart's view with its drawing library. */
export const fetchChart = () => import('./ChartView.tsx');

/** Milliseconds after the first note is shown: whoever opens a vault to read has what they came for by then. */
const AFTER = 2_500;

/** Has the chart's code ready before it is asked for, once the page has nothing else to do. */
export function fetchChartWhileIdle(): () => void {
  let due = 0;
  const timer = setTimeout(() => {
    // One that cannot be fetched now is fetched, or complained about, when it is shown.
    due = requestIdleCallback(() => void fetchChart().catch(() => {}));
  }, AFTER);
  return () => {
    clearTimeout(timer);
    cancelIdleCallback(due);
  };
}
