import { useEffect, useRef } from 'preact/hooks';

/** Answers the keys for copying with what `copied` gives; null: the focus is elsewhere, and the page copies as ever. */
export function useCopyKeys(copied: () => string | null): void {
  const newest = useRef(copied);
  newest.current = copied;
  useEffect(() => {
    // On a desktop VS Code takes the keys and asks the page, which is allowed to answer only where this is prevented.
    const allow = (event: Event) => newest.current() !== null && event.preventDefault();
    const copy = (event: ClipboardEvent) => {
      const text = newest.current();
      if (text !== null) {
        event.preventDefault();
        event.clipboardData?.setData('text/plain', text);
      }
    };
    document.addEventListener('beforecopy', allow);
    document.addEventListener('copy', copy);
    return () => {
      document.removeEventListener('beforecopy', allow);
      document.removeEventListener('copy', copy);
    };
  }, []);
}
