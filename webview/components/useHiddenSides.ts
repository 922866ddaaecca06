import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Fractions of a pixel are no hidden column. */
const TOLERANCE = 1;

/** What the element around a scrolling one gets (styles/scroller.css). */
export interface HiddenSides {
  /** The sides at which something is hidden: `left`, `right`, both or none. */
  readonly 'data-hidden': string;
  /** How wide the scrollbars are. */
  readonly style: Readonly<Record<`--${string}`, string>>;
}

const NOTHING_HIDDEN: HiddenSides = { 'data-hidden': '', style: {} };

/** At which sides a scrolling element hides some of what it holds. Follows scrolling, its own size, and that of what is in it. */
export function useHiddenSides(element: RefObject<HTMLElement | null>): HiddenSides {
  const [hidden, setHidden] = useState(NOTHING_HIDDEN);
  useLayoutEffect(() => {
    const scroller = element.current;
    if (scroller === null) {
      return;
    }
    const look = () => {
      const next = hiddenSides(scroller);
      setHidden((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    const observer = new ResizeObserver(look);
    for (const observed of [scroller, ...scroller.children]) {
      observer.observe(observed);
    }
    // First of all who listen: what others draw would have to be laid out before this could be answered.
    const first = { passive: true, capture: true };
    scroller.addEventListener('scroll', look, first);
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', look, first);
    };
  }, [element]);
  return hidden;
}

function hiddenSides(scroller: HTMLElement): HiddenSides {
  const { scrollLeft, scrollWidth, clientWidth, clientHeight, offsetWidth, offsetHeight } = scroller;
  const isLeft = scrollLeft > TOLERANCE;
  const isRight = scrollWidth - clientWidth - scrollLeft > TOLERANCE;
  return {
    'data-hidden': [...(isLeft ? ['left'] : []), ...(isRight ? ['right'] : [])].join(' '),
    style: { '--bar-right': `${offsetWidth - clientWidth}px`, '--bar-bottom': `${offsetHeight - clientHeight}px` },
  };
}
