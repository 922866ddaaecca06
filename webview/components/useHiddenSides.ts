import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Fractions of a pixel are no hidden column. */
const TOLERANCE = 1;

/**
 * The sides at which a scrolling element hides some of what it holds, as `data-hidden` of the element around it takes them:
 * `left`, `right`, both or none. Follows scrolling, and the sizes of the element and of what is in it.
 */
export function useHiddenSides(element: RefObject<HTMLElement | null>): string {
  const [sides, setSides] = useState('');
  useLayoutEffect(() => {
    const scroller = element.current;
    if (scroller === null) {
      return;
    }
    const look = () => {
      const { scrollLeft, scrollWidth, clientWidth } = scroller;
      const isLeft = scrollLeft > TOLERANCE;
      const isRight = scrollWidth - clientWidth - scrollLeft > TOLERANCE;
      setSides([...(isLeft ? ['left'] : []), ...(isRight ? ['right'] : [])].join(' '));
    };
    const observer = new ResizeObserver(look);
    for (const observed of [scroller, ...scroller.children]) {
      observer.observe(observed);
    }
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [element]);
  return sides;
}
