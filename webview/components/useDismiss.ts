import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Closes something that floats over the page when the reader turns elsewhere: a press beside it, scrolling, another window. */
export function useDismiss(element: RefObject<HTMLElement | null>, onDismiss: () => void): void {
  useEffect(() => {
    const outside = (event: Event) => {
      if (!(event.target instanceof Node && element.current?.contains(event.target))) {
        onDismiss();
      }
    };
    window.addEventListener('pointerdown', outside, true);
    window.addEventListener('scroll', outside, true);
    window.addEventListener('resize', onDismiss);
    window.addEventListener('blur', onDismiss);
    return () => {
      window.removeEventListener('pointerdown', outside, true);
      window.removeEventListener('scroll', outside, true);
      window.removeEventListener('resize', onDismiss);
      window.removeEventListener('blur', onDismiss);
    };
  });
}
