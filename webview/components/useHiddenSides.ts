import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Fractions of a pixel are no hidden column. */
const TOLERANCE = 1;

/**
 * Says of a scrolling element, on the one around it, at which sides it hides some of what it holds (`data-hidden`: `left`, `right`,
 * both or none), and how wide its scrollbars are (styles/scroller.css). Follows scrolling, its own size, and that of what is in it.
 * Nothing else is drawn anew for that.
 */
export function useHiddenSides(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const scroller = element.current;
    if (scroller === null) {
      return;
    }
    const look = () => markHiddenSides(scroller);
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
}

function markHiddenSides(scroller: HTMLElement): void {
  const {
    scrollLeft,
    scrollWidth,
    clientWidth,
    clientHeight,
    offsetWidth,
    offsetHeight,
    parentElement: frame,
  } = scroller;
  const isLeft = scrollLeft > TOLERANCE;
  const isRight = scrollWidth - clientWidth - scrollLeft > TOLERANCE;
  const hidden = [...(isLeft ? ['left'] : []), ...(isRight ? ['right'] : [])].join(' ');
  const bars = { '--bar-right': `${offsetWidth - clientWidth}px`, '--bar-bottom': `${offsetHeight - clientHeight}px` };
  if (frame === null) {
    return;
  }
  if (frame.dataset.hidden !== hidden) {
    frame.dataset.hidden = hidden;
  }
  for (const [name, width] of Object.entries(bars)) {
    if (frame.style.getPropertyValue(name) !== width) {
      frame.style.setProperty(name, width);
    }
  }
}
