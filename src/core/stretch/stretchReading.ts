import { FactsWriter } from '../facts/factsWriter';
import type { SpareBuffers } from '../facts/spareBuffers';
import type { CountingOptions, Format, FormatReader } from '../formats/format';
import { formatOf } from '../formats/formats';
import { openReader } from '../formats/readers';
import { CROSSED_NUMBERS, PASSED_NUMBERS } from '../model/passedRow';
import { type ColumnPlan, NO_PLAN } from '../reading/columnPlan';
import { JsonRecords } from '../reading/json/jsonRecords';
import type { RecordSink } from '../reading/recordCursor';
import { type RecordSource, TextRecords } from '../reading/recordSource';
import type { Scanning } from '../reading/scanner/kernel';
import { isScannable, ScanReader } from '../reading/scanner/scanReader';
import type { FileKind, StretchPart } from './stretch';

/** How a stretch is read. */
export interface ReadingManner {
  readonly options: CountingOptions;
  /** Where the file lies, with its folders. */
  readonly location: string;
  /** The host's fast way to records, if it has one and it is to be used. */
  readonly scanning: Scanning | undefined;
  /** Memory for facts; none where they are not sent to another thread, which sends it back. */
  readonly spare?: SpareBuffers;
  /** True where what has been read so far is all that is wanted. */
  isCancelled?(): boolean;
}

/** Where a stretch begins. */
export interface StretchBegin {
  /** State of the format's reader; none at a file's first byte. */
  readonly state?: string | undefined;
  /** Bytes from there on behind which no record is wanted. */
  readonly limit?: number;
}

/** What has been read since the part before: see {@link StretchPart}. */
export type ReadPart = Pick<StretchPart, 'lines' | 'records' | 'state' | 'width' | 'facts'>;

/** Reads a stretch of a file whose kind is known: bytes → records → facts. */
export class StretchReading {
  /** Where the bytes go in. */
  readonly source: RecordSource;
  /** The same where it is the fast one. */
  readonly scan: ScanReader | undefined;
  readonly #format: Format;
  readonly #manner: ReadingManner;
  readonly #sink: RecordSink & { plan: ColumnPlan };
  #facts: FactsWriter;
  #reader: FormatReader;
  #records = 0;

  constructor(kind: FileKind, manner: ReadingManner, { state, limit }: StretchBegin = {}) {
    const { encoding, dialect } = kind;
    this.#format = formatOf(kind.format, dialect.layout);
    this.#manner = manner;
    const sink = this.#newSink();
    this.#sink = sink;
    if (manner.scanning !== undefined && isScannable(encoding, dialect)) {
      this.scan = new ScanReader(manner.scanning, encoding, dialect, sink, limit === undefined ? {} : { limit });
    }
    this.source =
      this.scan ??
      (dialect.layout === 'json' ? new JsonRecords(encoding, sink) : new TextRecords(encoding, dialect, sink));
    [this.#facts, this.#reader] = this.#open(state);
  }

  /** True where so much has been read that it should be taken. */
  get isMuch(): boolean {
    const held = this.#facts.size + WAITING_ROWS * this.#reader.waiting;
    return this.#format.isOneStretch !== true && (held > MUCH || this.source.names.size > MUCH);
  }

  /** Takes what has been read; the rest of the stretch is read as another part. */
  take(): ReadPart {
    const part = this.finish();
    this.source.forget();
    this.#records = 0;
    [this.#facts, this.#reader] = this.#open(part.state);
    return part;
  }

  /** Takes what has been read, as the stretch's last part. */
  finish(): ReadPart {
    this.source.settle?.();
    this.#reader.end();
    const { state, width, followed = 0 } = this.#reader;
    return { lines: this.source.line - 1, records: this.#records + followed, state, width, facts: this.#facts.facts() };
  }

  #open(state: string | undefined): [FactsWriter, FormatReader] {
    const facts = new FactsWriter(this.source.names, this.#manner.spare);
    const { options, location } = this.#manner;
    const reader = openReader(this.#format, { facts, options, location }, state);
    this.#sink.plan = reader.plan;
    return [facts, reader];
  }

  #newSink(): RecordSink & { plan: ColumnPlan } {
    const sink: RecordSink & { plan: ColumnPlan } = {
      plan: NO_PLAN,
      record: (record) => {
        if (this.#reader.record(record)) {
          this.#records++;
        } else {
          // Only what is no data changes what is wanted.
          sink.plan = this.#reader.plan;
        }
      },
      passed: (numbers) => {
        this.#records += numbers.length / PASSED_NUMBERS;
        this.#facts.passed(numbers);
      },
      crossed: (numbers) => {
        this.#records += numbers.length / CROSSED_NUMBERS;
        this.#reader.crossed?.(numbers);
      },
      malformed: (line, reason) => {
        this.#records++;
        this.#facts.account.reject(line, reason);
      },
      invalid: (line) => {
        this.#facts.account.invalidLine = line;
      },
    };
    return sink;
  }
}

/** Rows and names that are held at most before they are handed on. */
const MUCH = 100_000;
/** An open session takes as much memory as so many rows. */
const WAITING_ROWS = 8;
