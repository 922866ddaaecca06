import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { keyOf } from '../../src/core/report/connectorReport';
import { Menu, type MenuEntry } from '../components/menu';
import { copyText } from '../copyText';
import { usePage } from '../pageContext';
import { isGroup } from './cellTexts';
import { withHidden, withPinned, withWidth } from './columnChoices';
import type { PlacedColumn } from './columnLayout';
import type { DetailsGridProps } from './detailsGrid';
import { drillTarget } from './drillTarget';
import { type CellRange, HEADER_ROW, type Place, selectedCells } from './gridCursor';
import { cellMenu, columnMenu, WIDTH_STEP } from './gridMenus';
import { useGridCopy } from './useGridCopy';
import { type GridCursor, placeOf } from './useGridCursor';

export interface GridActionsProps extends DetailsGridProps {
  readonly grid: RefObject<HTMLElement | null>;
  readonly cursor: GridCursor;
  readonly placed: readonly PlacedColumn[];
}

/** What a key, a pointer or a menu does in the grid, and the menu itself while it is open. */
export function useGridActions(props: GridActionsProps) {
  const { cursor, placed, rows, texts, choices, sort, unfolded } = props;
  const { strings, host } = usePage();
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const isDragging = useRef(false);
  const columns = placed.map(({ column }) => column);
  const range = cursor.range ?? selectedCells({ at: cursor.at, anchor: null });
  const copied = useGridCopy(props, columns, range);
  /** The group that the reader is on, by its key. */
  const groupAt = (row: number): string | null => {
    const at = rows[row];
    return unfolded !== null && at !== undefined && isGroup(at) ? keyOf(at.connector) : null;
  };
  const handlers = {
    onKeyDown: (event: KeyboardEvent) => {
      if (headerKey(event) || drillKey(event) || groupKey(event) || cursor.key(event)) {
        event.preventDefault();
        // VS Code listens to the page's keys too.
        event.stopPropagation();
      }
    },
    onMouseDown: (event: MouseEvent) => {
      const place = placeOf(event.target, columns);
      if (event.button === 0 && place !== undefined && place.row !== HEADER_ROW) {
        // The browser would focus by itself, and select the text.
        event.preventDefault();
        isDragging.current = true;
        cursor.go(place, event.shiftKey);
      }
    },
    onMouseOver: (event: MouseEvent) => {
      isDragging.current &&= event.buttons === 1;
      const place = isDragging.current ? placeOf(event.target, columns) : undefined;
      if (place !== undefined && place.row !== HEADER_ROW) {
        cursor.go(place, true);
      }
    },
    onClick: (event: MouseEvent) => {
      const place = placeOf(event.target, columns);
      const isDrill = event.target instanceof Element && event.target.closest('.drill') !== null;
      if (place !== undefined && isDrill && !event.shiftKey) {
        drill(place)?.();
        return;
      }
      const key = place?.column === 0 && !event.shiftKey ? groupAt(place.row) : null;
      if (key !== null) {
        props.onUnfold(key);
      }
    },
    onFocusIn: (event: FocusEvent) => {
      const place = placeOf(event.target, columns);
      if (place !== undefined) {
        cursor.follow(place);
      }
    },
    onContextMenu: (event: MouseEvent) => {
      const place = placeOf(event.target, columns);
      if (place === undefined) {
        return;
      }
      event.preventDefault();
      if (!isInside(place, range)) {
        // The focus is the menu's.
        cursor.follow(place);
      }
      const cell = (event.target as Element).getBoundingClientRect();
      const isOnCell = event.clientY >= cell.top && event.clientY <= cell.bottom && event.button === 2;
      setMenu(isOnCell ? { x: event.clientX, y: event.clientY } : { x: cell.left + 8, y: cell.bottom });
    },
  };
  return {
    handlers,
    menu: menu && (
      <Menu
        label={strings['details.heading']}
        entries={entries()}
        {...menu}
        onClose={(takesFocusBack) => {
          setMenu(null);
          if (takesFocusBack) {
            cursor.focus();
          }
        }}
      />
    ),
  };

  /** Shows who stood at the other side of the messages of a cell; undefined where it leads to none. */
  function drill({ row, column }: Place): (() => void) | undefined {
    const [at, title] = [row === rows.length ? props.total : rows[row], columns[column]];
    const place = at === undefined || title === undefined ? null : drillTarget(at, title, props.period);
    return place === null ? undefined : () => props.onDrill(place);
  }

  function drillKey(event: KeyboardEvent): boolean {
    const isEnter = event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    const show = isEnter ? drill(cursor.at) : undefined;
    show?.();
    return show !== undefined;
  }

  /** Shift with an arrow on a title: wider, narrower. */
  function headerKey(event: KeyboardEvent): boolean {
    const at = placed[cursor.at.column];
    const step = event.key === 'ArrowRight' ? WIDTH_STEP : event.key === 'ArrowLeft' ? -WIDTH_STEP : 0;
    if (cursor.at.row !== HEADER_ROW || !event.shiftKey || step === 0 || at === undefined) {
      return false;
    }
    props.onColumns(withWidth(choices, at.column, at.width + step));
    return true;
  }

  /** Unfolds and folds a connector: Space anywhere on it, Enter where it leads nowhere else, arrows in its first cell. */
  function groupKey(event: KeyboardEvent): boolean {
    const key = groupAt(cursor.at.row);
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (key === null || !isPlain) {
      return false;
    }
    const arrow = unfolded?.has(key) ? 'ArrowLeft' : 'ArrowRight';
    const isArrow = event.key === arrow && cursor.at.column === 0;
    if (event.key === 'Enter' || event.key === ' ' || isArrow) {
      props.onUnfold(key);
      return true;
    }
    return false;
  }

  function entries(): readonly MenuEntry[] {
    const at = placed[cursor.at.column];
    if (cursor.at.row === HEADER_ROW && at !== undefined) {
      const { column, width } = at;
      return columnMenu(strings, {
        column,
        title: texts.title(column),
        sort,
        isPinned: choices.pinned.includes(column),
        canHide: placed.length > 1,
        setSort: props.onSort,
        setPinned: (isPinned) => {
          cursor.go(cursor.at);
          props.onColumns(withPinned(choices, column, isPinned));
        },
        hide: () => {
          cursor.go(cursor.at);
          props.onColumns(withHidden(choices, column, true));
        },
        resize: (by) => props.onColumns(withWidth(choices, column, by === null ? null : width + by)),
      });
    }
    const row = rows[cursor.at.row];
    const { onConnector } = props;
    return cellMenu(strings, {
      range,
      lastColumn: columns.length - 1,
      copy: (of, format) => void copyText(copied(of, format), host),
      selectRow: () => cursor.select({ row: range.top, column: 0 }, { row: range.bottom, column: columns.length - 1 }),
      showHosts: drill(cursor.at) ?? null,
      showConnector:
        row === undefined || onConnector === null
          ? null
          : () => {
              // Where the reader is may be gone then.
              cursor.go({ row: 0, column: cursor.at.column });
              onConnector(keyOf(row.connector));
            },
    });
  }
}

function isInside({ row, column }: { readonly row: number; readonly column: number }, range: CellRange): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}
