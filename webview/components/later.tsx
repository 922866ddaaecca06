import type { ComponentChildren } from 'preact';
import { useLater } from '../useLater';

interface LaterProps {
  /** True where somebody is led to it. */
  readonly isWanted: boolean;
  readonly children: ComponentChildren;
}

/** The end of a page, which begins below what is seen at first: it comes in the frame after that. Its room is there, and the scrollbar. */
export function Later({ isWanted, children }: LaterProps) {
  const isLater = useLater();
  return isLater || isWanted ? children : <div class="later" />;
}
