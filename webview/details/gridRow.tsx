// biome-ignore-all lint/a11y/useSemanticElements: a grid that draws its rows on demand is no HTML table
// biome-ignore-all lint/a11y/useFocusableInteractive: one cell at a time takes the focus
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the rule does not see roles that are chosen at run time
import { Component, type ComponentChild } from 'preact';
import type { TlsState } from '../../src/core/model/tls';
import { DETAILS_COLUMNS, type DetailsColumn, isTlsColumn } from '../../src/core/report/detailsColumns';
import { countOf, wholeOf } from '../../src/core/report/shownStates';
import { stateClass } from '../charts/tlsStates';
import { ChevronIcon, HostsIcon } from '../components/icons';
import { isGroup, isTotal, type RowTexts, type ShownRow, type TotalRow, WEAK_STATES } from './cellTexts';
import type { PlacedColumn } from './columnLayout';
import { leadsToHosts } from './drillTarget';

/** A column as rows need it; its width is the grid's business. */
export type RowColumn = Pick<PlacedColumn, 'column' | 'isPinned'>;

/** The name under which the style sheet knows a column's width: names of columns have dots. */
export function widthName(column: DetailsColumn): string {
  return `w${DETAILS_COLUMNS.indexOf(column)}`;
}

const CLASSES = new Map(
  DETAILS_COLUMNS.map((column) => {
    const isNumber = isTlsColumn(column) || column === 'volume';
    return [column, `grid-cell ${widthName(column)}${isNumber ? ' number' : ''}`];
  }),
);

/** The classes of a column's cells. */
export function cellClass(column: DetailsColumn): string {
  return CLASSES.get(column) ?? '';
}

/** A row's cells; those of pinned columns, which come first, together in one element that sticks: each by itself costs frames. */
export function withPinned(columns: readonly RowColumn[], cells: readonly ComponentChild[]) {
  const pinned = columns.filter(({ isPinned }) => isPinned).length;
  return pinned === 0 ? (
    cells
  ) : (
    <>
      <div role="presentation" class="pinned">
        {cells.slice(0, pinned)}
      </div>
      {cells.slice(pinned)}
    </>
  );
}

interface GridRowProps {
  readonly row: ShownRow | TotalRow;
  /** Its place in the grid, from 0; after the last row comes the total. */
  readonly index: number;
  /** Distance from the top of the rows in CSS pixels; null where it stands by itself. */
  readonly top: number | null;
  readonly columns: readonly RowColumn[];
  readonly texts: RowTexts;
  /** The column of the cell that takes part in the order of Tab; -1 where that is elsewhere. */
  readonly focusable: number;
  /** First and last selected column; -1 where none is. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  /** 1: a row, or a connector with all its days; 2: one of those days; 0 where there are no levels. */
  readonly level: 0 | 1 | 2;
  /** Null where there is nothing to unfold. */
  readonly isUnfolded: boolean | null;
}

/** A line of the details table. It is drawn anew only where something about it has changed: scrolling moves others in. */
export class GridRow extends Component<GridRowProps> {
  override shouldComponentUpdate(next: GridRowProps): boolean {
    return (Object.keys(next) as (keyof GridRowProps)[]).some((key) => next[key] !== this.props[key]);
  }

  override render({ row, index, top, columns, focusable, selectedFrom, selectedTo, level, isUnfolded }: GridRowProps) {
    const kind = isTotal(row) ? 'total' : isGroup(row) ? 'group' : `day${index % 2 === 1 ? ' odd' : ''}`;
    return (
      <div
        role="row"
        class={`grid-row row-${kind}${level === 2 ? ' row-nested' : ''}`}
        data-row={index}
        aria-rowindex={index + 2}
        aria-level={level === 0 ? undefined : level}
        aria-expanded={isUnfolded ?? undefined}
        style={top === null ? undefined : { top: `${top}px` }}
      >
        {withPinned(
          columns,
          columns.map(({ column }, position) => {
            const isSelected = position >= selectedFrom && position <= selectedTo;
            return (
              <div
                key={column}
                role={position === 0 ? 'rowheader' : 'gridcell'}
                class={isSelected ? `${cellClass(column)} selected` : cellClass(column)}
                data-column={column}
                aria-selected={isSelected || undefined}
                aria-haspopup={leadsToHosts(row, column) ? 'dialog' : undefined}
                tabIndex={position === focusable ? 0 : undefined}
              >
                {position === 0 && isUnfolded !== null && (
                  <span class={`twistie${isUnfolded ? ' unfolded' : ''}`}>
                    <ChevronIcon />
                  </span>
                )}
                {this.#content(column)}
              </div>
            );
          }),
        )}
      </div>
    );
  }

  #content(column: RowColumn['column']) {
    const { row, texts } = this.props;
    const text = texts.cell(row, column);
    if (isTlsColumn(column)) {
      return wholeOf(row.tls, column) === 0 ? <NotTold text={text} /> : <Share row={row} state={column} text={text} />;
    }
    if (column === 'connector') {
      return (
        <>
          <bdi class="cell-text" title={text}>
            {text}
          </bdi>
          {leadsToHosts(row, column) && (
            <span class="drill drill-mark" title={texts.hosts}>
              <HostsIcon />
            </span>
          )}
        </>
      );
    }
    if (isTotal(row)) {
      return text;
    }
    const isUntold = column === 'forcedTls' && row.forcedTls === null;
    const said = isUntold ? <NotTold text={text} /> : text;
    const isDefined = column === 'type' || column === 'forcedTls';
    return isDefined ? <span title={texts.definedAt(row)}>{said}</span> : said;
  }
}

interface ShareProps {
  readonly row: ShownRow | TotalRow;
  readonly state: TlsState;
  readonly text: string;
}

/** Percentage and number, which lead to the hosts; a weak state that occurs is underlined in its colour. */
function Share({ row, state, text }: ShareProps) {
  if (countOf(row.tls, state) === 0) {
    return <span class="zero">{text}</span>;
  }
  return <span class={WEAK_STATES.has(state) ? `drill weak ${stateClass(state)}` : 'drill'}>{text}</span>;
}

function NotTold({ text }: { readonly text: string }) {
  return (
    <span class="zero" title={text}>
      <span aria-hidden="true">–</span>
      <span class="visually-hidden">{text}</span>
    </span>
  );
}
