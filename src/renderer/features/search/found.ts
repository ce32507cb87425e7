import type { AlgebraResult } from '../../../contract/algebra.ts';
import type { AxisResult } from '../../../contract/axis.ts';
import type { SearchResult } from '../../../contract/search.ts';
import type { Row } from './merge.ts';

/** An answer, in the way in which it was asked for. */
export type Found =
  | {
      readonly way: 'search';
      /** What was asked. */
      readonly text: string;
      readonly result: SearchResult;
      readonly rows: readonly Row[];
      readonly meaning: boolean;
    }
  | { readonly way: 'algebra'; readonly result: AlgebraResult }
  | {
      readonly way: 'axis';
      /** The poles as they were asked for. */
      readonly asked: { readonly from: string; readonly to: string };
      readonly result: AxisResult;
    };
