import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { CopyIcon } from '../components/icons';
import { Menu, type MenuEntry } from '../components/menu';
import { ToolButton } from '../components/toolButton';
import { copyText } from '../copyText';
import { type CopyFormat, copiedText } from '../details/copyCells';
import { usePage } from '../pageContext';
import { useCopyKeys } from '../useCopyKeys';

interface CopiedRows {
  /** The element around the rows, each of which says its place as `data-row`. */
  readonly element: RefObject<HTMLElement | null>;
  readonly buttonId: string;
  /** What the menu is of. */
  readonly label: string;
  readonly titles: readonly string[];
  readonly cells: readonly (readonly string[])[];
}

/** Where a menu opens, and for which row; null: for all of them. */
interface OpenMenu {
  readonly x: number;
  readonly y: number;
  readonly row: number | null;
}

/** Copies rows of a table or list: by the keys for copying the one with the focus, by menu that one or all. */
export function useRowCopy({ element, buttonId, label, titles, cells }: CopiedRows) {
  const { strings, host } = usePage();
  const [open, setOpen] = useState<OpenMenu | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const copied = (row: number | null, format: CopyFormat): string =>
    copiedText(row === null ? cells : [cells[row] ?? []], titles, format);
  useCopyKeys(() => {
    const row = copyingRow(element.current);
    return row === null ? null : copied(row, { as: 'text', withHeaders: false });
  });
  const entry = (id: string, text: string, row: number | null, format: CopyFormat, keys?: string): MenuEntry => ({
    id,
    text,
    ...(keys === undefined ? {} : { keys }),
    run: () => void copyText(copied(row, format), host),
  });
  const entries = (row: number | null): readonly MenuEntry[] => {
    const control = /^mac/i.test(navigator.platform) ? 'Meta' : 'Control';
    const ofRow =
      row === null
        ? []
        : [
            entry('copy-row', strings['copy.row'], row, { as: 'text', withHeaders: false }, `${control}+C`),
            entry('copy-row-headers', strings['copy.rowWithHeaders'], row, { as: 'text', withHeaders: true }),
            entry('copy-row-markdown', strings['copy.rowMarkdown'], row, { as: 'markdown', withHeaders: true }),
            null,
          ];
    return [
      ...ofRow,
      entry('copy-all', strings['copy.all'], null, { as: 'text', withHeaders: true }),
      entry('copy-all-markdown', strings['copy.allMarkdown'], null, { as: 'markdown', withHeaders: true }),
    ];
  };
  return {
    onContextMenu: (event: MouseEvent) => {
      const row = rowOf(event.target);
      if (row === null) {
        return;
      }
      event.preventDefault();
      opener.current = document.activeElement as HTMLElement | null;
      const { left, bottom } = (event.target as Element).getBoundingClientRect();
      const isPointer = event.button === 2;
      setOpen({ x: isPointer ? event.clientX : left + 8, y: isPointer ? event.clientY : bottom, row });
    },
    /** Opens the menu of all rows under itself. */
    button: (
      <ToolButton
        id={buttonId}
        icon={<CopyIcon />}
        opens="menu"
        isExpanded={open !== null && open.row === null}
        onClick={() => {
          const button = document.getElementById(buttonId) as HTMLElement;
          opener.current = button;
          const { left, bottom } = button.getBoundingClientRect();
          setOpen({ x: left, y: bottom + 2, row: null });
        }}
      >
        {strings['copy.cells']}
      </ToolButton>
    ),
    menu: open && (
      <Menu
        label={label}
        entries={entries(open.row)}
        x={open.x}
        y={open.y}
        onClose={(takesFocusBack) => {
          setOpen(null);
          if (takesFocusBack) {
            opener.current?.focus();
          }
        }}
      />
    ),
  };
}

/** The row that the reader is in, if they have selected no text of the page. */
function copyingRow(element: HTMLElement | null): number | null {
  const isInside = element?.contains(document.activeElement) ?? false;
  return isInside && (getSelection()?.isCollapsed ?? true) ? rowOf(document.activeElement) : null;
}

function rowOf(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined;
  return row === undefined ? null : Number(row);
}
