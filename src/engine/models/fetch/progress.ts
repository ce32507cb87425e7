/** What a long fetch tells about itself: bytes so far, and in all where that is known. */
export type Progress = (done: number, total: number | undefined) => void;

export interface FetchOptions {
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}
