import type { ConnectorReport } from '../../src/core/report/connectorReport';
import { type DetailsColumn, isTlsColumn } from '../../src/core/report/detailsColumns';
import { fill } from '../../src/core/report/wording';
import { CONNECTOR_TYPES } from '../../src/protocol/choices';
import type { PageStrings } from '../../src/protocol/strings';
import { countOf } from '../charts/tlsStates';
import type { RowTexts } from './cellTexts';
import { LEAST_CONNECTOR } from './columnLayout';

/** Both sides of a cell together, in CSS pixels. */
const PADDING = 20;
/** The arrow of a sorted column. */
const ARROW = 18;
/** Of days under their connector. */
const INDENT = 20;
/** What leads from a connector to its hosts. */
const DRILL_MARK = 18;
/** What a connector's name gets at most of the view, and in a view that is narrower than so many pixels. */
const MOST_OF_VIEW = 0.28;
const NARROW_VIEW = 480;
const NARROW_CONNECTOR = 160;
/** So many names are measured. */
const MOST_MEASURED = 24;

/** What widths are made of. */
export interface CellMeasures {
  readonly report: ConnectorReport;
  readonly texts: RowTexts;
  readonly strings: PageStrings;
  /** A number and a share in the reader's format. */
  readonly count: (messages: number) => string;
  readonly percent: (part: number, whole: number, digits: number) => string;
  /** True where the days of a connector stand in its shade. */
  readonly isGrouped: boolean;
  /** The widest of texts in CSS pixels, in the weight of titles and the total. */
  readonly widest: (texts: readonly string[]) => number;
}

/**
 * How wide a column wants to be in CSS pixels: as its longest cell asks for, whether that is drawn or not, and the longest word
 * of its title. Names of connectors get no more than there is room for, and what is left over.
 */
export function usualWidth(column: DetailsColumn, view: number, measures: CellMeasures): number {
  if (column === 'connector') {
    return connectorWidth(view, measures);
  }
  const title = measures.widest(measures.texts.title(column).split(/[ -]/)) + ARROW;
  const indent = column === 'date' && measures.isGrouped ? INDENT : 0;
  return Math.ceil(Math.max(title, measures.widest(longestCells(column, measures))) + PADDING + indent);
}

function connectorWidth(view: number, { report, texts, widest }: CellMeasures): number {
  if (view < NARROW_VIEW) {
    return NARROW_CONNECTOR;
  }
  const names = report.series.flatMap(({ connector }) => (connector === null ? [] : [texts.connector({ connector })]));
  // To measure hundreds takes long, and the widest is one of those with the most letters.
  const longest = names.sort((a, b) => b.length - a.length).slice(0, MOST_MEASURED);
  const wanted = Math.ceil(widest(longest)) + PADDING + DRILL_MARK;
  return Math.max(LEAST_CONNECTOR, Math.min(wanted, Math.floor(view * MOST_OF_VIEW)));
}

function longestCells(
  column: DetailsColumn,
  { report, texts, strings, count, percent }: CellMeasures,
): readonly string[] {
  if (isTlsColumn(column)) {
    // The sum of all rows has the longest number, and 99.9 % is the longest share there is.
    const text = fill(strings['details.shareAndCount'], percent(999, 1000, 1), count(countOf(report.tls, column)));
    return [report.approximate ? `≈\u2009${text}` : text];
  }
  switch (column) {
    case 'date':
      return ['2026-03-08', strings['details.total']];
    case 'type':
      return CONNECTOR_TYPES.map((type) => strings[`type.${type}`]);
    case 'forcedTls':
      return [texts.forcedTls({ forcedTls: true }), texts.forcedTls({ forcedTls: false })];
    default:
      return [count(report.messages)];
  }
}
