import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { leadTo } from './leadTo';

/** Where the reader was when a panel opened, to lead them back when it closes; to `otherwise` where that is gone. */
export function useOpener(otherwise: RefObject<HTMLElement | null>) {
  const opener = useRef<HTMLElement | null>(null);
  return {
    remember: () => {
      opener.current = document.activeElement as HTMLElement | null;
    },
    /** Focus can move only once the panel has left: until then everything else is inert. */
    focus: () => {
      setTimeout(() => {
        const element = opener.current;
        if (element?.isConnected && element !== document.body) {
          element.focus();
        } else {
          leadTo(otherwise.current);
        }
      });
    },
  };
}
