import type { Direction } from '../../model/connector';
import { ColumnPlan, type Slot } from '../../reading/columnPlan';
import type { Columns } from '../../reading/columns';
import { NameTable } from '../../reading/nameTable';
import type { RecordCursor } from '../../reading/recordCursor';
import type { FormatContext } from '../format';
import { Introductions } from './introductions';
import { INTRODUCES, Kind, NOTHING } from './meanings';
import { RowMeanings } from './rowMeanings';
import { type Service, serviceOf } from './services';
import type { Session } from './session';
import type { StretchSessions } from './stretchSessions';

const HUB_PORTS = /:(2525|465)$/;

/** The rows below a log's header: finds each one's session and what it means there. */
export class LogRows {
  readonly plan = new ColumnPlan();
  readonly width: number;
  readonly #context: FormatContext;
  readonly #sessions: StretchSessions;
  readonly #direction: Direction;
  readonly #majorVersion: number;
  readonly #meanings: RowMeanings;
  readonly #introductions: Introductions;
  readonly #timeColumn: number;
  readonly #local: number;
  readonly #remote: number;
  readonly #sequenceColumn: number;
  readonly #time: Slot;
  readonly #id: Slot;
  readonly #sequence: Slot;
  readonly #connector: Slot;
  readonly #services: Service[] = [];
  /** Positions of services, by the number of the connector's name. */
  readonly #serviceOfName = new NameTable();
  /** By the local endpoint's number: 1 where its port is one of the Hub service's. */
  readonly #hubPorts = new NameTable();

  constructor(
    context: FormatContext,
    sessions: StretchSessions,
    direction: Direction,
    majorVersion: number,
    columns: Columns,
    certificatesBegun: readonly string[],
  ) {
    this.#context = context;
    this.#sessions = sessions;
    this.#direction = direction;
    this.#majorVersion = majorVersion;
    this.width = columns.titles.length;
    this.#timeColumn = columns.find('date-time');
    this.#local = columns.find('local-endpoint');
    this.#remote = columns.find('remote-endpoint');
    this.#sequenceColumn = columns.find('sequence-number');
    this.#time = this.plan.time(this.#timeColumn);
    this.#id = this.plan.id(columns.find('session-id'));
    this.#sequence = this.plan.natural(this.#sequenceColumn);
    this.#connector = this.plan.name(columns.find('connector-id'));
    const [event, data, note] = [columns.find('event'), columns.find('data'), columns.find('context')];
    this.#meanings = new RowMeanings(this.plan, direction, event, data, note);
    this.#introductions = new Introductions(this.plan, direction, event, data, note, certificatesBegun);
  }

  /** What the reader of the next stretch has to know of certificates (introductions.ts). */
  get certificatesBegun(): readonly string[] {
    return this.#introductions.certificatesBegun;
  }

  dayOf(record: RecordCursor): number {
    return record.day(this.#time);
  }

  timeText(record: RecordCursor): string {
    return record.cell(this.#timeColumn);
  }

  /** Reads a row whose time is one of `day`. */
  read(record: RecordCursor, day: number): void {
    const { account } = this.#context.facts;
    const high = record.keyHigh(this.#id);
    const low = record.keyLow(this.#id);
    const sequence = record.natural(this.#sequence);
    if ((high | low) === 0) {
      account.reject(record.line, 'noSession');
    } else if (sequence < 0) {
      account.reject(record.line, 'badNumber', record.cell(this.#sequenceColumn).slice(0, 60));
    } else {
      const service = this.#serviceOf(record);
      const server = service.server ?? this.#localServer(record);
      const { open } = this.#sessions;
      const session = open.of(this.#direction, server, high, low);
      // Behind its end a row that it has already begins the session once more: as it would in another part of the file.
      const isAgain = session.lastSequence >= 0 && session.hasEndedWith(sequence);
      const mine = isAgain ? open.another(this.#direction, server, high, low) : session;
      this.#row(record, mine, service, sequence, day);
    }
  }

  #row(record: RecordCursor, session: Session, service: Service, sequence: number, day: number): void {
    const { line } = record;
    const millisecond = record.millisecond(this.#time);
    session.sequences.add(sequence);
    session.row(0, line);
    session.began(sequence, day, millisecond, 0);
    if (session.connector === '') {
      session.connector = service.connector;
      session.isImplicit = service.isImplicit;
    }
    session.isHub ||= service.isHub;
    if (session.remote < 0) {
      session.remote = record.hostOf(this.#remote);
    }
    if (!session.hasLocal && this.#direction === 'inbound') {
      this.#takeLocal(record, session);
    }
    const told = this.#meanings.of(record);
    const meaning = told & ~INTRODUCES;
    if (meaning !== NOTHING) {
      const name = this.#meanings.nameOf(record, meaning);
      const fingerprint = this.#meanings.fingerprint(record, meaning);
      session.events.add(meaning, sequence, day, millisecond, line, 0, fingerprint, name);
      if (meaning === Kind.disconnect && sequence > session.lastSequence) {
        session.lastSequence = sequence;
      }
    }
    if (told !== meaning && session.remote >= 0) {
      this.#introductions.note(record, session, day, this.#context.facts.hostNotes);
    }
    this.#sessions.advance(session);
  }

  /** A send log tells only the local address. */
  #localServer(record: RecordCursor): string {
    const host = record.hostOf(this.#local);
    return host < 0 ? '' : record.names.text(record.names.smallOf(host));
  }

  #takeLocal(record: RecordCursor, session: Session): void {
    const local = record.nameOf(this.#local);
    let isHub = this.#hubPorts.get(local);
    if (isHub === undefined) {
      isHub = Number(HUB_PORTS.test(record.names.text(local)));
      this.#hubPorts.set(local, isHub);
    }
    session.hasLocal = record.hasText(this.#local);
    session.isHub ||= isHub === 1;
  }

  /** What a connector's name tells; a log names few connectors in many rows. */
  #serviceOf(record: RecordCursor): Service {
    const name = record.name(this.#connector);
    let position = this.#serviceOfName.get(name);
    if (position === undefined) {
      position = this.#services.length;
      const connector = record.names.text(name);
      this.#services.push(serviceOf(connector, this.#direction, this.#majorVersion, this.#context.location));
      this.#serviceOfName.set(name, position);
    }
    return this.#services[position] as Service;
  }
}
