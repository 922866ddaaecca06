import type { MailFlow } from '../aggregate/mailFlow';
import type { Columns } from '../reading/columns';
import type { DateOrder } from '../reading/localDate';
import type { RecordCursor } from '../reading/recordReader';
import type { FormatId } from '../report/report';
import type { FileAccount } from './fileAccount';
import type { SessionStore } from './protocolLog/sessionStore';

/** What the beginning of a file shows, enough to recognise it by content. */
export interface FileHead {
  /** Decoded text of the first 64 KiB. */
  readonly text: string;
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
}

/** What a format's reader works with. */
export interface FormatContext {
  readonly account: FileAccount;
  readonly flow: MailFlow;
  /** SMTP sessions of all files: a session may go on in another one. */
  readonly sessions: SessionStore;
  readonly options: CountingOptions;
}

/** Reads one file of a format, record by record; the header record comes first where the format has one. */
export interface FormatReader {
  /** True where the record is one of the data, false for a header, a directive, a marker. */
  record(record: RecordCursor): boolean;
  /** No record follows. Works in small steps, so that the caller can pause between them. */
  end(): Iterable<void>;
}

/** An export that administrators hold: how it is recognised, and how its records become message-flow facts. */
export interface Format {
  readonly id: FormatId;
  recognizes(head: FileHead): boolean;
  open(context: FormatContext): FormatReader;
}
