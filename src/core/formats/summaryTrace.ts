import { ColumnPlan } from '../reading/columnPlan';
import type { RecordCursor } from '../reading/recordCursor';
import type { FormatContext } from './format';
import { summaryColumns } from './summaryTitles';
import { type TableRows, tableFormat } from './tableFormat';
import { ToldZone } from './toldZone';

/**
 * The list of a message trace as the admin centre exports it from the screen (docs/formats.md): date, sender, recipient,
 * subject, status. It tells no direction, and domains decide nothing: its rows are left out.
 */
export const summaryTrace = tableFormat({
  id: 'summary-trace',
  has: ({ titles }) => summaryColumns(titles) !== undefined,
  rows: (context, { titles }) => new ListedRows(context, titles),
});

class ListedRows implements TableRows {
  readonly plan = new ColumnPlan();
  readonly #context: FormatContext;
  readonly #zone: ToldZone;

  constructor(context: FormatContext, titles: readonly string[]) {
    this.#context = context;
    const date = summaryColumns(titles)?.date ?? -1;
    this.#zone = new ToldZone(context, date, titles[date] ?? '');
  }

  read(record: RecordCursor): void {
    this.#zone.check(record);
    this.#context.facts.account.leaveOut('directionNotTold');
  }
}
