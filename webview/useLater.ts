import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** Where no frame comes, as in a page that is seen again only later, so many milliseconds. */
const NO_FRAME = 100;

/** False until what is around has been painted: for what nobody sees before they scroll, so that the rest is there sooner. */
export function useLater(): boolean {
  const [isLater, setIsLater] = useState(false);
  // Not an effect: where it took long to draw what is around, effects come before the frame.
  useLayoutEffect(() => {
    let timer = setTimeout(() => setIsLater(true), NO_FRAME);
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      timer = setTimeout(() => setIsLater(true));
    });
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, []);
  return isLater;
}

/** What waits for an idle moment waits no longer than so many milliseconds. */
const PATIENCE = 300;

/** False until nothing else is to be done: for what is further away than that, and takes longer. */
export function useIdle(): boolean {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => {
    const waiting = requestIdleCallback(() => setIsIdle(true), { timeout: PATIENCE });
    return () => cancelIdleCallback(waiting);
  }, []);
  return isIdle;
}
