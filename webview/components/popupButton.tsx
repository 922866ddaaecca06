import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface PopupButtonProps {
  /** The popup's; the button's is the same with `-button`. */
  readonly id: string;
  readonly icon: ComponentChildren;
  readonly text: string;
  /** How many choices inside are not the usual ones. */
  readonly count?: number;
  readonly children: () => ComponentChildren;
}

/** Between the popup and the page's edge, in CSS pixels. */
const MARGIN = 8;

/**
 * A button that opens a small panel under it. The browser does most: a press on the button or beside the panel and Escape
 * close it, and the focus returns to the button.
 */
export function PopupButton({ id, icon, text, count = 0, children }: PopupButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  useLayoutEffect(() => {
    if (isOpen && popup.current !== null && button.current !== null) {
      place(popup.current, button.current);
      popup.current.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true });
    }
  }, [isOpen]);
  return (
    <>
      <button
        type="button"
        class="tool-button"
        id={`${id}-button`}
        ref={button}
        popovertarget={id}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
      >
        {icon}
        {text}
        {count > 0 && <span class="badge">{count}</span>}
      </button>
      <div
        id={id}
        class="popup"
        popover="auto"
        role="dialog"
        aria-label={text}
        ref={popup}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      >
        {isOpen && children()}
      </div>
    </>
  );
}

/** In the page's own coordinates, so that it scrolls along with the button. */
function place(popup: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { width } = popup.getBoundingClientRect();
  const left = Math.max(MARGIN, Math.min(at.left, document.documentElement.clientWidth - width - MARGIN));
  popup.style.left = `${left + scrollX}px`;
  popup.style.top = `${at.bottom + 4 + scrollY}px`;
}
