import { useLayoutEffect, useRef } from 'preact/hooks';
import { useDismiss } from './useDismiss';

/** An entry of a {@link Menu}; null parts groups. */
export type MenuEntry = {
  readonly id: string;
  readonly text: string;
  /** The keys that do the same, as `aria-keyshortcuts` spells them. */
  readonly keys?: string;
  readonly run: () => void;
} | null;

interface MenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** Where it opens, in CSS pixels of the window. */
  readonly x: number;
  readonly y: number;
  /** Called when it closes; the caller takes the focus back, unless the reader turned elsewhere. */
  readonly onClose: (takesFocusBack: boolean) => void;
}

/** Between the menu and the window's edge, in CSS pixels. */
const MARGIN = 4;

/** A context menu in the page: arrow keys, Home, End, first letters; Escape and Tab close it. */
export function Menu({ label, entries, x, y, onClose }: MenuProps) {
  const element = useRef<HTMLDivElement>(null);
  useDismiss(element, () => onClose(false));
  useLayoutEffect(() => {
    const menu = element.current;
    if (menu === null) {
      return;
    }
    menu.showPopover();
    const { width, height } = menu.getBoundingClientRect();
    menu.style.left = `${Math.max(MARGIN, Math.min(x, innerWidth - width - MARGIN))}px`;
    menu.style.top = `${Math.max(MARGIN, y + height + MARGIN > innerHeight ? y - height : y)}px`;
    itemsOf(menu)[0]?.focus();
  }, [x, y]);
  const onKeyDown = (event: KeyboardEvent) => {
    // VS Code listens to the page's keys too.
    event.stopPropagation();
    const items = itemsOf(element.current);
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = nextItem(items, at, event.key);
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose(true);
    } else if (next !== undefined) {
      event.preventDefault();
      next.focus();
    }
  };
  return (
    <div class="menu" role="menu" aria-label={label} popover="manual" ref={element} tabIndex={-1} onKeyDown={onKeyDown}>
      {entries.map((entry, index) =>
        entry === null ? (
          // biome-ignore lint/a11y/useSemanticElements: a menu's separator is no hr
          <div key={index} role="separator" class="menu-separator" />
        ) : (
          <button
            key={entry.id}
            type="button"
            role="menuitem"
            class="menu-item"
            tabIndex={-1}
            data-entry={entry.id}
            aria-keyshortcuts={entry.keys}
            onPointerEnter={(event: PointerEvent) => (event.currentTarget as HTMLElement).focus()}
            onClick={() => {
              onClose(true);
              entry.run();
            }}
          >
            <span>{entry.text}</span>
            {entry.keys && (
              <span class="menu-keys" aria-hidden="true">
                {shownKeys(entry.keys)}
              </span>
            )}
          </button>
        ),
      )}
    </div>
  );
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return menu === null ? [] : [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
}

function nextItem(items: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at <= 0 ? -1 : at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default: {
      const later = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      const begins = (item: HTMLElement) => item.textContent?.toLowerCase().startsWith(key.toLowerCase()) ?? false;
      return key.length === 1 && key !== ' ' ? later.find(begins) : undefined;
    }
  }
}

/** `Control+C` as a menu of this system shows it. */
function shownKeys(keys: string): string {
  const isMac = /^mac/i.test(navigator.platform);
  const arrows = keys.replace('ArrowRight', '→').replace('ArrowLeft', '←');
  return isMac
    ? arrows.replace('Meta+', '⌘').replace('Control+', '⌃').replace('Shift+', '⇧')
    : arrows.replace('Control', 'Ctrl');
}
