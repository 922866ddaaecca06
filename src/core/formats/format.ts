import type { FactsWriter } from '../facts/factsWriter';
import type { ColumnMapping } from '../model/columnMapping';
import type { FormatId } from '../model/exportKind';
import type { ColumnPlan } from '../reading/columnPlan';
import type { Columns } from '../reading/columns';
import type { Dialect, Layout } from '../reading/dialect';
import type { DateOrder } from '../reading/localDate';
import type { RecordCursor } from '../reading/recordCursor';

export type { ColumnMapping, ColumnRole } from '../model/columnMapping';

/** What the beginning of a file shows, enough to recognise it by content. */
export interface FileHead {
  readonly dialect: Dialect;
  /** Decoded text of the first 16 KiB. */
  readonly text: string;
  /** Lines of it that begin with `#`. */
  readonly directives: readonly string[];
  /** Titles of the first record that is no directive or marker. */
  readonly columns: Columns;
}

/** What the user decides about counting; printed with the report where it changes figures. */
export interface CountingOptions {
  /** Counts an inbound Exchange Online row without `S:tlsversion` as No TLS. */
  readonly missingTlsMeansNone: boolean;
  /** For dates of which no row tells the order. */
  readonly dateOrder: DateOrder;
  /** The newest day that is not in the future, UTC. */
  readonly today: number;
  /** What the user says of the columns of tables that are no export we know. */
  readonly columnMappings?: readonly ColumnMapping[];
}

/** Those alone, as plain data, to be sent to a reading thread. */
export function countingOptions(options: CountingOptions): CountingOptions {
  const { missingTlsMeansNone, dateOrder, today, columnMappings = [] } = options;
  return { missingTlsMeansNone, dateOrder, today, columnMappings };
}

/** What a format's reader works with. */
export interface FormatContext {
  /** Where it writes down what the records tell. */
  readonly facts: FactsWriter;
  readonly options: CountingOptions;
  /** Where the file lies, with its folders, as far as that is known. */
  readonly location: string;
}

/** Reads a stretch of a file of a format, record by record; at a file's beginning the header record comes first. */
export interface FormatReader {
  /** What it wants of every record; may change after one that is no data. */
  readonly plan: ColumnPlan;
  /** True where the record is one of the data, false for a header, a directive, a marker. */
  record(record: RecordCursor): boolean;
  /** Data records that were not handed over, see `RecordSink.crossed`: of one whose plan tells of them. */
  crossed?(rows: Int32Array): void;
  /** No record of the stretch follows. */
  end(): void;
  /** How many SMTP sessions are open, which take memory until they end. */
  readonly waiting: number;
  /** How many records of the data a reader of records has followed by itself (rowFollower.ts), once it has ended. */
  readonly followed?: number;
  /** How many fields a record has; 0 as long as that is not known. */
  readonly width: number;
  /** What the reader of the stretch behind this one has to know (a header's columns, say), as text that can be compared. */
  readonly state: string;
}

/** An export that administrators hold: how it is recognised, and how its records become message-flow facts. */
export interface Format {
  readonly id: FormatId;
  /** What its records are; where it is not told, a table or JSON objects, as the file shows. */
  readonly layout?: Layout;
  /** True where it makes nothing of records without titles; JSON's always have them. */
  readonly needsTitles?: boolean;
  /** True where rows far apart decide together, so that a file can only be read as one stretch. */
  readonly isOneStretch?: boolean;
  recognizes(head: FileHead, mappings: readonly ColumnMapping[]): boolean;
  /** Its reader; none where that stands apart (readers.ts), so that programs which only recognise files do not hold it. */
  readonly open?: OpenFormat;
}

/** Begins to read a stretch of a file. `state`: that of the reader of the stretch before; none at a file's beginning. */
export type OpenFormat = (context: FormatContext, state?: string) => FormatReader;
