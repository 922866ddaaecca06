import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** So many milliseconds after its last step a table stands still again. */
const STILL_AFTER = 150;

/**
 * Marks a scrolling table (`data-rolling`) while it moves up and down only. What sticks to its left edge need not stick then, but can
 * simply stand there (styles/detailsGrid.css): whatever sticks is a layer for the browser, and each layer costs time in every frame.
 */
export function useRolling(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const table = element.current;
    if (table === null) {
      return;
    }
    let left = 0;
    let lastStep = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      clearTimeout(timer);
      timer = undefined;
      delete table.dataset.rolling;
    };
    const look = () => {
      const rest = lastStep + STILL_AFTER - performance.now();
      if (rest > 0) {
        timer = setTimeout(look, rest);
      } else {
        stop();
      }
    };
    const scrolled = () => {
      const isSideways = table.scrollLeft !== left;
      lastStep = performance.now();
      if (isSideways) {
        left = table.scrollLeft;
        stop();
      } else if (timer === undefined) {
        table.style.setProperty('--rolled', `${left}px`);
        table.dataset.rolling = '';
        timer = setTimeout(look, STILL_AFTER);
      }
    };
    // What may be about to move it sideways: from then on everything sticks, so that nothing is seen to jump.
    const turned = (event: WheelEvent) => (event.deltaX !== 0 || event.shiftKey) && stop();
    const passive = { passive: true, capture: true };
    // Before rows are drawn for the new place: to ask where the table is would then have all of it laid out.
    table.addEventListener('scroll', scrolled, passive);
    table.addEventListener('wheel', turned, passive);
    table.addEventListener('keydown', stop, passive);
    table.addEventListener('pointerdown', stop, passive);
    return () => {
      clearTimeout(timer);
      table.removeEventListener('scroll', scrolled, passive);
      table.removeEventListener('wheel', turned, passive);
      table.removeEventListener('keydown', stop, passive);
      table.removeEventListener('pointerdown', stop, passive);
    };
  }, [element]);
}
