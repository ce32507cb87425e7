import { expect, it } from 'vitest';
import { saneLook } from './use-remembered-chart.ts';

const first = { view: 'note', colouring: 'region', links: false, grounds: true, standpoint: null };

it.each([null, undefined, 7, 'x', [], { view: 'sea', colouring: 3, links: 'yes', standpoint: { x: 1 } }])(
  'a chart remembered as %j begins as any does',
  (value) => expect(saneLook(value)).toEqual(first),
);

it('a chart is remembered as it was looked at', () => {
  const look = {
    view: 'both',
    colouring: 'age',
    links: true,
    grounds: false,
    standpoint: { x: 1, y: -2, zoom: 4.5 },
  };
  expect(saneLook(structuredClone(look))).toEqual(look);
});
