import { useLayoutEffect, useState } from 'react';

/**
 * Whether an element is narrower than so many rem: what it is drawn with follows the room that it really has. The element
 * is given as a state, which its `ref` sets: within what is hidden it comes later than the component that asks, and goes
 * before it.
 */
export function useNarrower(element: HTMLElement | null, rem: number): boolean {
  const [narrower, setNarrower] = useState(false);
  useLayoutEffect(() => {
    if (!element) return;
    const measure = () => {
      const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      // Hidden, it has no width, and is drawn as it was.
      if (element.clientWidth > 0) setNarrower(element.clientWidth < rem * unit);
    };
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(element);
    return () => watching.disconnect();
  }, [element, rem]);
  return narrower;
}
