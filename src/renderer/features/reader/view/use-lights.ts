import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Span } from '../../../../common/span.ts';
import { useLit } from '../../../state/lit.ts';
import type { BodyHandle } from './Body.tsx';
import { markSpan } from './leaves.ts';

/** How long a passage that was opened stays lit before it fades. */
const LIT = 5_000;

/** Lights passages: the one the note was opened at, for a while, and the one another pane points at. */
export function useLights(body: RefObject<BodyHandle | null>, path: string) {
  const lit = useRef<Span | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pointed = useLit((s) => (s.span?.path === path ? s.span : null));

  const relight = useCallback(() => {
    const root = body.current?.root;
    if (!root) return;
    markSpan(root, 'data-lit', lit.current);
    const span = useLit.getState().span;
    markSpan(root, 'data-pointed', span?.path === path ? span : null);
  }, [body, path]);

  const light = useCallback(
    (span: Span | null) => {
      clearTimeout(timer.current);
      lit.current = span;
      relight();
      if (!span) return;
      timer.current = setTimeout(() => {
        lit.current = null;
        relight();
      }, LIT);
    },
    [relight],
  );

  useEffect(() => () => clearTimeout(timer.current), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is pointed at has changed
  useEffect(relight, [pointed, relight]);
  return { light, relight };
}
