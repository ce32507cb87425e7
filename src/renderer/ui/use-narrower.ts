import { type RefObject, useLayoutEffect, useState } from 'react';

/** Whether an element is narrower than so many rem: what it is drawn with follows the room that it really has. */
export function useNarrower(element: RefObject<HTMLElement | null>, rem: number): boolean {
  const [narrower, setNarrower] = useState(false);
  useLayoutEffect(() => {
    const box = element.current!;
    const measure = () => {
      const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      // Hidden, it has no width, and is drawn as it was.
      if (box.clientWidth > 0) setNarrower(box.clientWidth < rem * unit);
    };
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(box);
    return () => watching.disconnect();
  }, [element, rem]);
  return narrower;
}
