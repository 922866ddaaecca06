import { ColumnPlan } from '../../reading/columnPlan';
import { cellsOf } from '../../reading/columns';
import { directive } from '../../reading/directives';
import type { RecordCursor } from '../../reading/recordCursor';
import type { FileHead, Format, FormatContext, FormatReader, OpenFormat } from '../format';
import { isMarker } from '../marker';
import { fieldsOfRow, isTrackingHeader, isTrackingRow, trackingColumns } from './trackingColumns';
import { TrackingRows } from './trackingRows';

/**
 * Message tracking logs of Exchange Server (`MSGTRK*.LOG`, docs/formats.md), a row per event, in every shape they are passed on
 * in: with directives, without, as a table of Get-MessageTrackingLog or Log Analytics. Tell connectors, tell no TLS.
 */
export const messageTrackingLog: Format = {
  id: 'message-tracking-log',
  recognizes: ({ directives, columns }: FileHead) => {
    const type = directive(directives, 'Log-type');
    return type === undefined
      ? directives.some((line) => FIELDS.test(line)) ||
          isTrackingHeader(columns.titles) ||
          isTrackingRow(columns.titles)
      : /^Message Tracking Log/i.test(type);
  },
};

export const openTrackingLog: OpenFormat = (context, state) => new TrackingLogReader(context, state);

const FIELDS = /^#Fields:.*\binternal-message-id\b/i;
const HASH = 35;
/** Also PowerShell's `#TYPE …`, which has no colon. */
const DIRECTIVE = /^#(TYPE(?= )|[A-Za-z-]+(?=:)):?(.*)$/is;
/** Most fields of a log, and those of Exchange 2010 up to the last one that matters there. */
const LONG = 30;
const SHORT = 25;

class TrackingLogReader implements FormatReader {
  readonly waiting = 0;
  readonly #context: FormatContext;
  #titles: readonly string[] = [];
  #rows: TrackingRows | undefined;
  /** Before the first record: rows that no header names have one of two orders of fields. */
  readonly #plan = new ColumnPlan();
  readonly #long: TrackingRows;
  readonly #short: TrackingRows;

  constructor(context: FormatContext, state = '') {
    this.#context = context;
    this.#long = new TrackingRows(context, fieldsOfRow(LONG) ?? [], this.#plan);
    this.#short = new TrackingRows(context, fieldsOfRow(SHORT) ?? [], this.#plan);
    if (state !== '') {
      this.#titles = JSON.parse(state) as string[];
      this.#rows = new TrackingRows(context, this.#titles);
    }
  }

  get plan(): ColumnPlan {
    return this.#rows?.plan ?? this.#plan;
  }

  get width(): number {
    return this.#titles.length;
  }

  get state(): string {
    return this.#titles.length === 0 ? '' : JSON.stringify(this.#titles);
  }

  record(record: RecordCursor): boolean {
    if (record.unitAt(0, 0) === HASH && this.#isDirective(record)) {
      return false;
    }
    if (record.isHeader || this.#looksLikeTitle(record)) {
      const titles = cellsOf(record);
      if (record.isHeader || isTrackingHeader(titles)) {
        this.#takeTitles(titles, record.line);
        return false;
      }
    }
    if (this.#rows === undefined) {
      if (record.unitAt(0, 0) !== HASH && isMarker(record)) {
        return false;
      }
      this.#takeUntitled(record);
    }
    if (this.#context.facts.account.hasAllFields(record, this.width)) {
      this.#rows?.read(record);
    }
    return true;
  }

  /** Every record has been read already. */
  end(): void {}

  /** The first thing that is asked of every record: cheap, and no for nearly all. */
  #looksLikeTitle(record: RecordCursor): boolean {
    const title = this.#titles[0];
    return title === undefined || (record.lengthOf(0) === title.length && record.unitAt(0, 0) === title.charCodeAt(0));
  }

  /** Logs that were glued together bring their directives each. */
  #isDirective(record: RecordCursor): boolean {
    const [, name, value = ''] = DIRECTIVE.exec(cellsOf(record).join(',')) ?? [];
    if (name?.toLowerCase() === 'fields') {
      this.#takeTitles(value.trim().split(','), record.line);
    }
    return name !== undefined;
  }

  #takeTitles(titles: readonly string[], line: number): void {
    const { account } = this.#context.facts;
    const { event, directionality } = trackingColumns(titles);
    if (event < 0) {
      account.problem(line, 'missingColumn', 'event-id');
    } else if (directionality < 0 && this.#rows === undefined) {
      account.problem(line, 'missingColumn', 'directionality');
    }
    this.#titles = titles;
    this.#rows = new TrackingRows(this.#context, titles);
  }

  #takeUntitled({ line, length }: RecordCursor): void {
    this.#context.facts.account.problem(line, 'missingFields');
    this.#titles = fieldsOfRow(length) ?? fieldsOfRow(LONG) ?? [];
    this.#rows = this.#titles.includes('network-message-id') ? this.#long : this.#short;
  }
}
