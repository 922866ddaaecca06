import type { Direction } from '../../model/connector';
import { formatDay } from '../../model/day';
import type { ColumnPlan } from '../../reading/columnPlan';
import { Columns, cellsOf } from '../../reading/columns';
import type { RecordCursor } from '../../reading/recordCursor';
import type { Format, FormatContext, FormatReader, OpenFormat } from '../format';
import { logDirection } from './logDirection';
import { LogRows } from './logRows';
import { StretchSessions } from './stretchSessions';

/**
 * SMTP protocol logs of Exchange Server (`RECV*.LOG`, `SEND*.LOG`, docs/formats.md): a row per SMTP line, sessions
 * interleaved. Tell TLS version and cipher per session, connector by name, remote host; no connector type.
 */
export const receiveLog: Format = {
  id: 'smtp-receive-protocol-log',
  recognizes: (head) => logDirection(head) === 'inbound',
};

export const openReceiveLog: OpenFormat = (context, state) => new ProtocolLogReader(context, 'inbound', state);

/** See {@link receiveLog}. */
export const sendLog: Format = {
  id: 'smtp-send-protocol-log',
  recognizes: (head) => logDirection(head) === 'outbound',
};

export const openSendLog: OpenFormat = (context, state) => new ProtocolLogReader(context, 'outbound', state);

const USUAL_FIELDS: readonly string[] =
  'date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context'.split(',');
const DIRECTIVE = /^#([A-Za-z-]+):\s*(.*)$/s;

/** What the directives of a log have said so far. */
interface LogHeader {
  readonly direction: Direction;
  readonly majorVersion: number;
  /** Titles of the fields; none as long as they are not told. */
  readonly fields: readonly string[];
  /** Sessions that have begun to tell of a certificate (introductions.ts); left out where there are none. */
  readonly certificates?: readonly string[];
}

class ProtocolLogReader implements FormatReader {
  readonly #context: FormatContext;
  readonly #sessions: StretchSessions;
  #header: LogHeader;
  #rows: LogRows;

  constructor(context: FormatContext, direction: Direction, state: string | undefined) {
    this.#context = context;
    this.#sessions = new StretchSessions(context.facts);
    this.#header = state === undefined ? { direction, majorVersion: 0, fields: [] } : (JSON.parse(state) as LogHeader);
    context.facts.account.sessions = { total: 0, withoutMessage: 0 };
    this.#rows = this.#rowsBelow(this.#header);
  }

  get plan(): ColumnPlan {
    return this.#rows.plan;
  }

  get waiting(): number {
    return this.#sessions.open.size + this.#rows.kept;
  }

  get width(): number {
    return this.#rows.width;
  }

  get state(): string {
    const { certificates: _, ...header } = this.#header;
    const begun = this.#rows.certificatesBegun;
    return JSON.stringify(begun.length === 0 ? header : { ...header, certificates: begun });
  }

  record(record: RecordCursor): boolean {
    const day = this.#rows.dayOf(record);
    const directive = day < 0 && record.cell(0).startsWith('#') ? DIRECTIVE.exec(cellsOf(record).join(',')) : null;
    if (directive !== null) {
      this.#directive(directive[1]?.toLowerCase() ?? '', directive[2]?.trim() ?? '');
      return false;
    }
    this.#readRow(record, day);
    return true;
  }

  get followed(): number {
    return this.#sessions.followed;
  }

  end(): void {
    this.#rows.finish();
    this.#sessions.end();
  }

  #readRow(record: RecordCursor, day: number): void {
    const { facts, options } = this.#context;
    if (this.#header.fields.length === 0) {
      facts.account.problem(record.line, 'missingFields');
      this.#header = { ...this.#header, fields: USUAL_FIELDS };
    }
    if (!facts.account.hasAllFields(record, this.#rows.width)) {
      return;
    }
    if (day < 0) {
      facts.account.reject(record.line, 'badTime', this.#rows.timeText(record).slice(0, 60));
    } else if (day > options.today) {
      facts.account.reject(record.line, 'futureDay', formatDay(day));
    } else {
      this.#rows.read(record, day);
    }
  }

  #directive(name: string, value: string): void {
    if (name === 'fields') {
      this.#header = { ...this.#header, fields: value.split(',') };
    } else if (name === 'log-type' && /^SMTP (Receive|Send) Protocol Log$/i.test(value)) {
      this.#header = { ...this.#header, direction: /Receive/i.test(value) ? 'inbound' : 'outbound' };
    } else if (name === 'version') {
      this.#header = { ...this.#header, majorVersion: Number.parseInt(value, 10) || 0 };
    } else {
      return;
    }
    this.#rows.end();
    this.#rows = this.#rowsBelow({ ...this.#header, certificates: this.#rows.certificatesBegun });
  }

  /** Where no header tells the fields, they are taken to be the usual ones. */
  #rowsBelow({ direction, majorVersion, fields, certificates = [] }: LogHeader): LogRows {
    const columns = new Columns(fields.length === 0 ? USUAL_FIELDS : fields);
    return new LogRows(
      this.#context,
      this.#sessions,
      direction,
      majorVersion,
      columns,
      certificates,
      fields.length > 0,
    );
  }
}
