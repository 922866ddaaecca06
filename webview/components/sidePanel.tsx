import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../pageContext';
import { ErrorLine } from './errorLine';
import { CloseIcon } from './icons';

interface SidePanelProps {
  readonly id: string;
  /** Beside `side-panel`. */
  readonly class?: string;
  readonly heading: string;
  readonly children: ComponentChildren;
  readonly footer: ComponentChildren;
  readonly onClose: () => void;
  /** Of keys that nothing inside takes. */
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** A modal dialog that slides in from the right. Focus stays inside until it is closed. */
export function SidePanel({ id, class: extra, heading, children, footer, onClose, onKeyDown }: SidePanelProps) {
  const { strings } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      id={id}
      class={extra ? `side-panel ${extra}` : 'side-panel'}
      ref={dialog}
      aria-labelledby={`${id}-heading`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        keepFocusInside(event, dialog.current);
        onKeyDown?.(event);
      }}
      onClick={(event) => {
        // The content fills the dialog: only a click beside it has the dialog itself as its target.
        if (event.target === dialog.current) {
          onClose();
        }
      }}
    >
      <div class="side-panel-content">
        <header class="side-panel-header">
          <h2 id={`${id}-heading`}>{heading}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label={strings['flyout.close']}
            title={strings['flyout.close']}
            onClick={onClose}
          >
            <CloseIcon />
          </button>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section class="side-panel-body" tabIndex={0} aria-labelledby={`${id}-heading`}>
          <ErrorLine id={`${id}-error`} />
          {children}
        </section>
        <footer class="side-panel-footer">{footer}</footer>
      </div>
    </dialog>
  );
}

/** Where Tab stops. A button of the toolkit that is disabled takes no focus. */
const STOPS = 'button, select, [tabindex="0"], vscode-button:not([disabled])';

/** The browser would let Tab leave a modal dialog for the frame around the page. */
function keepFocusInside(event: KeyboardEvent, dialog: HTMLDialogElement | null): void {
  if (event.key !== 'Tab' || dialog === null) {
    return;
  }
  const stops = [...dialog.querySelectorAll<HTMLElement>(STOPS)];
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement === edge) {
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  }
}
