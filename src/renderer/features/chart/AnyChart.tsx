import { lazy, useState } from 'react';
import { fetchChart, fetchedChart } from './fetch-chart.ts';

const Awaited = lazy(fetchChart);

/**
 * The chart's view. What is there already is drawn at once: React lets whatever it has had to wait for, however shortly,
 * appear three tenths of a second later.
 */
export function ChartView() {
  // Whichever it began with, it stays.
  const [View] = useState(() => fetchedChart() ?? Awaited);
  return <View />;
}
