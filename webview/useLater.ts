import { useEffect, useState } from 'preact/hooks';

/** False until what is around has been painted: for what nobody sees before they scroll, so that the rest is there sooner. */
export function useLater(): boolean {
  const [isLater, setIsLater] = useState(false);
  // Effects run once the frame is on the screen.
  useEffect(() => setIsLater(true), []);
  return isLater;
}
