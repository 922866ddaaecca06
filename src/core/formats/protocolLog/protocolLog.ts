import type { Direction } from '../../model/connector';
import { dayOf, formatDay } from '../../model/day';
import { Columns, cellsOf } from '../../reading/columns';
import { parseIsoTime } from '../../reading/isoTime';
import { ownText } from '../../reading/ownText';
import type { RecordCursor } from '../../reading/recordReader';
import type { Format, FormatContext, FormatReader } from '../format';
import { meaningOf, rowHash } from './sessionEvent';

/**
 * SMTP protocol logs of Exchange Server (`RECV*.LOG`, `SEND*.LOG`, docs/formats.md): a row per SMTP line, sessions
 * interleaved. Tell TLS version and cipher per session, connector by name, remote host; no connector type.
 */
export const receiveLog: Format = {
  id: 'smtp-receive-protocol-log',
  recognizes: ({ text }) => /^\uFEFF?#Log-type:\s*SMTP Receive Protocol Log/im.test(text),
  open: (context) => new ProtocolLogReader(context, 'inbound'),
};

/** See {@link receiveLog}. */
export const sendLog: Format = {
  id: 'smtp-send-protocol-log',
  recognizes: ({ text }) => /^\uFEFF?#Log-type:\s*SMTP Send Protocol Log/im.test(text),
  open: (context) => new ProtocolLogReader(context, 'outbound'),
};

const USUAL_FIELDS =
  'date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context';
const DIRECTIVE = /^#([A-Za-z-]+):\s*(.*)$/s;
/** The Hub service's own receive connectors; `Default SERVER` is Hub's from Exchange 2013 (version 15) on. */
const CLIENT_PROXY = /^(.+)\\Client Proxy \1$/i;
const DEFAULT = /^(.+)\\Default \1$/i;
const HUB_PORTS = /:(2525|465)$/;
const HUB_FOLDER = /(?:^|[\\/])Hub[\\/]/i;

interface Positions {
  readonly width: number;
  readonly time: number;
  readonly connector: number;
  readonly session: number;
  readonly sequence: number;
  readonly local: number;
  readonly remote: number;
  readonly event: number;
  readonly data: number;
  readonly context: number;
}

/** The service that logged, as far as a connector's name and the file's folder tell. */
interface Service {
  readonly connector: string;
  /** A receive connector's name begins with its server; a send log tells only the local address. */
  readonly server: string | undefined;
  readonly isHub: boolean;
}

class ProtocolLogReader implements FormatReader {
  readonly #context: FormatContext;
  #direction: Direction;
  #positions: Positions | undefined;
  #majorVersion = 0;
  readonly #services = new Map<string, Service>();
  /** The connector of the row before: rows of one connector come in long runs. */
  #lastConnector = '';
  #lastService: Service | undefined;

  constructor(context: FormatContext, direction: Direction) {
    this.#context = context;
    this.#direction = direction;
    context.account.sessions = { total: 0, withoutMessage: 0 };
  }

  record(record: RecordCursor): boolean {
    const directive = record.cell(0).startsWith('#') ? DIRECTIVE.exec(cellsOf(record).join(',')) : null;
    if (directive !== null) {
      this.#directive(directive[1]?.toLowerCase() ?? '', directive[2]?.trim() ?? '');
      return false;
    }
    this.#readRow(record, this.#positions ?? this.#takeUsualFields(record.line));
    return true;
  }

  /** Nothing to do: sessions go on in other files, and the analysis ends them. */
  end(): Iterable<void> {
    return [];
  }

  #readRow(record: RecordCursor, at: Positions): void {
    const { account, options } = this.#context;
    if (!account.hasAllFields(record, at.width)) {
      return;
    }
    const time = parseIsoTime(record.cell(at.time));
    const id = record.cell(at.session);
    const number = record.cell(at.sequence);
    const sequence = Number(number);
    if (time === undefined) {
      account.reject(record.line, 'badTime', record.cell(at.time).slice(0, 60));
    } else if (dayOf(time) > options.today) {
      account.reject(record.line, 'futureDay', formatDay(dayOf(time)));
    } else if (id === '') {
      account.reject(record.line, 'noSession');
    } else if (!Number.isSafeInteger(sequence) || sequence < 0 || number === '') {
      account.reject(record.line, 'badNumber', number.slice(0, 60));
    } else {
      this.#row(record, at, id, time, sequence);
    }
  }

  #directive(name: string, value: string): void {
    this.#lastService = undefined;
    if (name === 'fields') {
      this.#positions = positionsOf(new Columns(value.split(',')));
    } else if (name === 'log-type' && /^SMTP (Receive|Send) Protocol Log$/i.test(value)) {
      this.#direction = /Receive/i.test(value) ? 'inbound' : 'outbound';
    } else if (name === 'version') {
      this.#majorVersion = Number.parseInt(value, 10) || 0;
    }
  }

  #takeUsualFields(line: number): Positions {
    this.#context.account.problem(line, 'missingFields');
    this.#positions = positionsOf(new Columns(USUAL_FIELDS.split(',')));
    return this.#positions;
  }

  /** Cells are asked for as late as possible: in a fast reader each one costs. */
  #row(record: RecordCursor, at: Positions, id: string, time: number, sequence: number): void {
    const { account, sessions } = this.#context;
    const isReceive = this.#direction === 'inbound';
    const service = this.#serviceOf(record.cell(at.connector));
    const server = service.server ?? addressOf(record.cell(at.local)).toLowerCase();
    const session = sessions.of(this.#direction, server, id);
    const line = { file: account.index, line: record.line };
    session.row(sequence, time, line);
    session.connector ||= service.connector;
    session.remote ||= ownText(addressOf(record.cell(at.remote)));
    session.isHub ||= service.isHub;
    if (isReceive && !session.hasLocal) {
      const local = record.cell(at.local);
      session.hasLocal = local !== '';
      session.isHub ||= HUB_PORTS.test(local);
    }
    const event = record.cell(at.event);
    const text = event === '+' || event === '-' ? '' : record.cell(event === '*' ? at.context : at.data);
    const meaning = meaningOf(event, text, isReceive ? '<' : '>');
    if (meaning !== undefined) {
      session.events.push({ meaning, sequence, time, hash: rowHash(text), at: line });
    }
    if (meaning?.kind === 'disconnect') {
      session.lastSequence = Math.max(session.lastSequence ?? 0, sequence);
    }
    sessions.advance(session, meaning === undefined ? 0 : 1);
  }

  /** What a connector's name tells; a log names few connectors in many rows. */
  #serviceOf(connector: string): Service {
    if (this.#lastService !== undefined && connector === this.#lastConnector) {
      return this.#lastService;
    }
    this.#lastService = this.#newServiceOf(connector);
    this.#lastConnector = this.#lastService.connector;
    return this.#lastService;
  }

  #newServiceOf(connector: string): Service {
    const key = `${this.#direction} ${this.#majorVersion} ${connector}`;
    let service = this.#services.get(key);
    if (service === undefined) {
      const isReceive = this.#direction === 'inbound';
      const slash = connector.indexOf('\\');
      const isHubName = CLIENT_PROXY.test(connector) || (this.#majorVersion >= 15 && DEFAULT.test(connector));
      service = {
        connector: ownText(connector),
        server: isReceive && slash > 0 ? ownText(connector.slice(0, slash).toLowerCase()) : undefined,
        isHub: HUB_FOLDER.test(this.#context.account.location) || (isReceive && isHubName),
      };
      this.#services.set(key, service);
    }
    return service;
  }
}

function positionsOf(columns: Columns): Positions {
  return {
    width: columns.titles.length,
    time: columns.find('date-time'),
    connector: columns.find('connector-id'),
    session: columns.find('session-id'),
    sequence: columns.find('sequence-number'),
    local: columns.find('local-endpoint'),
    remote: columns.find('remote-endpoint'),
    event: columns.find('event'),
    data: columns.find('data'),
    context: columns.find('context'),
  };
}

/** `203.0.113.5:25` and `[2001:db8::1]:25` without the port. */
function addressOf(endpoint: string): string {
  return endpoint.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
}
