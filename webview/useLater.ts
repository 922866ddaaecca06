import { useEffect, useState } from 'preact/hooks';

/** False until what is around has been painted: for what nobody sees before they scroll, so that the rest is there sooner. */
export function useLater(): boolean {
  const [isLater, setIsLater] = useState(false);
  // Effects run once the frame is on the screen.
  useEffect(() => setIsLater(true), []);
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
