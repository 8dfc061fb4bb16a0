import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';

/** Tells of every change of an element's size: what it was, and what it is. */
export function useResize(element: RefObject<HTMLElement | null>, changed: (before: DOMRectReadOnly, now: DOMRectReadOnly) => void): void {
  const tell = useEffectEvent(changed);
  useEffect(() => {
    const observed = element.current;
    if (observed === null) {
      return undefined;
    }

    let before: DOMRectReadOnly | null = null;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) {
        if (before !== null) {
          tell(before, entry.contentRect);
        }

        before = entry.contentRect;
      }
    });
    observer.observe(observed);
    return () => {
      observer.disconnect();
    };
  }, [element]);
}
