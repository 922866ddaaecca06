import { type ColumnPlan, NO_PLAN } from '../reading/columnPlan';
import { Columns, cellsOf } from '../reading/columns';
import type { RecordCursor } from '../reading/recordCursor';
import type { Format, FormatContext, FormatReader } from './format';
import { isMarker } from './marker';
import { TRACE_COLUMNS, TraceRows } from './traceRows';

/**
 * Extended message trace of Exchange Online (`MTDetail_*.csv`, docs/formats.md): a row per event, unsorted, the same
 * message in many rows. Tells TLS version and cipher of inbound SMTP sessions, connector and type; outbound TLS only
 * where a text mentions it.
 */
export const extendedTrace: Format = {
  id: 'extended-message-trace',
  isOneStretch: false,
  recognizes: ({ columns }) => columns.has('date_time_utc') && columns.has('custom_data') && columns.has('event_id'),
  open: (context, state) => new ExtendedTraceReader(context, state),
};

class ExtendedTraceReader implements FormatReader {
  readonly #context: FormatContext;
  #rows: TraceRows | undefined;
  #titles: readonly string[] = [];

  constructor(context: FormatContext, state: string | undefined) {
    this.#context = context;
    if (state !== undefined && state !== '') {
      this.#takeHeader(JSON.parse(state) as string[]);
    }
  }

  get plan(): ColumnPlan {
    return this.#rows?.plan ?? NO_PLAN;
  }

  readonly waiting = 0;

  get width(): number {
    return this.#titles.length;
  }

  get state(): string {
    return this.#rows === undefined ? '' : JSON.stringify(this.#titles);
  }

  record(record: RecordCursor): boolean {
    if (this.#rows !== undefined) {
      this.#rows.read(record);
      return true;
    }
    if (!isMarker(record)) {
      const columns = this.#takeHeader(cellsOf(record));
      for (const name of ['source', 'directionality', 'connector', 'networkMessageId'] as const) {
        if (!columns.has(TRACE_COLUMNS[name])) {
          this.#context.facts.account.problem(record.line, 'missingColumn', TRACE_COLUMNS[name]);
        }
      }
    }
    return false;
  }

  /** Every row has been booked already. */
  end(): void {}

  #takeHeader(titles: string[]): Columns {
    const columns = new Columns(titles);
    this.#titles = titles;
    this.#rows = new TraceRows(this.#context, columns);
    return columns;
  }
}
