import type { FormatId } from '../model/exportKind';
import { type ColumnPlan, NO_PLAN } from '../reading/columnPlan';
import { Columns, cellsOf } from '../reading/columns';
import type { RecordCursor } from '../reading/recordCursor';
import type { ColumnMapping, FileHead, Format, FormatContext, FormatReader } from './format';
import { isMarker } from './marker';

/** What becomes of the records below a header. */
export interface TableRows {
  readonly plan: ColumnPlan;
  /** Reads a record that has all fields of the header, or leaves it out with a reason. */
  read(record: RecordCursor): void;
  /** See {@link FormatReader.crossed}. */
  crossed?(rows: Int32Array): void;
  /** No record of the stretch follows; only where something waits for that. */
  end?(): void;
}

/** An export whose records have titles: a table with a header, or JSON objects. */
export interface TableKind<Rows extends TableRows = TableRows> {
  readonly id: FormatId;
  /** See {@link Format.isOneStretch}. */
  readonly isOneStretch?: boolean;
  /** True where a header with these columns is one of the export's. */
  has(columns: Columns, mappings: readonly ColumnMapping[]): boolean;
  /** Columns that are reported where they are missing; of one that has several titles, the first is named. */
  readonly expected?: readonly (string | readonly string[])[];
  /** The reader of the records below a header; `before`: that of the header before, if there was one in the stretch. */
  rows(context: FormatContext, columns: Columns, before: Rows | undefined): Rows;
}

/** The format of a table: its header is found, also where it comes again, and records of another length are left out. */
export function tableFormat<Rows extends TableRows>(kind: TableKind<Rows>): Format {
  return {
    id: kind.id,
    needsTitles: true,
    isOneStretch: kind.isOneStretch ?? false,
    recognizes: ({ columns }: FileHead, mappings) => kind.has(columns, mappings),
    open: (context, state) => new TableReader(kind, context, state),
  };
}

class TableReader<Rows extends TableRows> implements FormatReader {
  readonly waiting = 0;
  readonly #kind: TableKind<Rows>;
  readonly #context: FormatContext;
  #titles: readonly string[] = [];
  #rows: Rows | undefined;

  constructor(kind: TableKind<Rows>, context: FormatContext, state: string | undefined) {
    this.#kind = kind;
    this.#context = context;
    if (state !== undefined && state !== '') {
      this.#takeTitles(JSON.parse(state) as string[]);
    }
  }

  get plan(): ColumnPlan {
    return this.#rows?.plan ?? NO_PLAN;
  }

  get width(): number {
    return this.#titles.length;
  }

  get state(): string {
    return this.#rows === undefined ? '' : JSON.stringify(this.#titles);
  }

  record(record: RecordCursor): boolean {
    if (this.#rows === undefined || record.isHeader) {
      this.#readHeader(record);
      return false;
    }
    if (this.#looksLikeTitle(record) && this.#isHeader(record)) {
      // Exports that were glued together: each brings its header.
      this.#takeTitles(cellsOf(record));
      return false;
    }
    if (record.length !== this.width && isMarker(record)) {
      return false;
    }
    if (this.#context.facts.account.hasAllFields(record, this.width)) {
      this.#rows.read(record);
    }
    return true;
  }

  crossed(rows: Int32Array): void {
    this.#rows?.crossed?.(rows);
  }

  end(): void {
    this.#rows?.end?.();
  }

  /** The first thing that is asked of every record: cheap, and no for nearly all. */
  #looksLikeTitle(record: RecordCursor): boolean {
    const title = this.#titles[0] ?? '';
    return record.lengthOf(0) === title.length && record.unitAt(0, 0) === title.charCodeAt(0);
  }

  #isHeader(record: RecordCursor): boolean {
    return this.#kind.has(new Columns(cellsOf(record)), this.#context.options.columnMappings ?? []);
  }

  #readHeader(record: RecordCursor): void {
    if (!record.isHeader && isMarker(record)) {
      return;
    }
    const isFirst = this.#rows === undefined;
    const columns = this.#takeTitles(cellsOf(record));
    for (const column of isFirst && !record.isHeader ? (this.#kind.expected ?? []) : []) {
      const titles = [column].flat();
      if (columns.find(...titles) < 0) {
        this.#context.facts.account.problem(record.line, 'missingColumn', titles[0]);
      }
    }
  }

  #takeTitles(titles: readonly string[]): Columns {
    const columns = new Columns(titles);
    this.#titles = titles;
    this.#rows = this.#kind.rows(this.#context, columns, this.#rows);
    return columns;
  }
}
