/** Between the page and the frame in which diagrams are drawn. */
export interface DrawRequest {
  readonly portolan: 'draw';
  readonly id: number;
  readonly code: string;
  readonly theme: 'light' | 'dark';
}

export type DrawAnswer =
  | { readonly portolan: 'frame-ready' }
  | { readonly portolan: 'drawn'; readonly id: number; readonly svg: string; readonly width: number }
  | { readonly portolan: 'not-drawn'; readonly id: number; readonly reason: string };
