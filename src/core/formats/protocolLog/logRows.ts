import type { Direction } from '../../model/connector';
import { ColumnPlan, type Slot } from '../../reading/columnPlan';
import type { Columns } from '../../reading/columns';
import type { RecordCursor } from '../../reading/recordCursor';
import type { FormatContext } from '../format';
import { FollowedSessions } from './followedSessions';
import { Introductions } from './introductions';
import { Kind, MAY_INTRODUCE, NOTHING } from './meanings';
import { RowMeanings } from './rowMeanings';
import { type Service, Services } from './services';
import type { Session } from './session';
import type { StretchSessions } from './stretchSessions';

/** The rows below a log's header: finds each one's session and what it means there. */
export class LogRows {
  readonly plan = new ColumnPlan();
  readonly width: number;
  readonly #context: FormatContext;
  readonly #sessions: StretchSessions;
  readonly #direction: Direction;
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
  readonly #services: Services;
  readonly #followed: FollowedSessions;

  /** `isTold`: a header has told the columns. */
  constructor(
    context: FormatContext,
    sessions: StretchSessions,
    direction: Direction,
    majorVersion: number,
    columns: Columns,
    certificatesBegun: readonly string[],
    isTold: boolean,
  ) {
    this.#context = context;
    this.#sessions = sessions;
    this.#direction = direction;
    this.#services = new Services(direction, majorVersion, context.location);
    this.width = columns.titles.length;
    this.#timeColumn = columns.find('date-time');
    this.#local = columns.find('local-endpoint');
    this.#remote = columns.find('remote-endpoint');
    this.#sequenceColumn = columns.find('sequence-number');
    this.#time = this.plan.time(this.#timeColumn);
    const [session, connector] = [columns.find('session-id'), columns.find('connector-id')];
    this.#id = this.plan.id(session);
    this.#sequence = this.plan.natural(this.#sequenceColumn);
    this.#connector = this.plan.name(connector);
    const [event, data, note] = [columns.find('event'), columns.find('data'), columns.find('context')];
    this.#meanings = new RowMeanings(this.plan, direction, event, data, note);
    this.#introductions = new Introductions(this.plan, direction, event, data, note, certificatesBegun);
    const parts = { services: this.#services, meanings: this.#meanings, introductions: this.#introductions };
    // In the usual order, which readers that follow rows know; there may be more of them.
    const columnsInOrder = [
      this.#timeColumn,
      connector,
      session,
      this.#sequenceColumn,
      this.#local,
      this.#remote,
      event,
      data,
      note,
    ];
    this.#followed = new FollowedSessions(context, sessions, direction, parts, [this.#time, this.#id], this.width);
    if (isTold && columnsInOrder.every((column, place) => column === place)) {
      this.plan.follower = this.#followed;
    }
  }

  /** What the reader of the next stretch has to know of certificates (introductions.ts). */
  get certificatesBegun(): readonly string[] {
    return this.#introductions.certificatesBegun;
  }

  /** How many sessions a reader keeps that follows their rows. */
  get kept(): number {
    return this.#followed.kept;
  }

  /** Others read the rows that follow: what a reader keeps is handed over to the sessions. */
  end(): void {
    this.#followed.end();
  }

  /** No row follows: what a reader keeps is written down. */
  finish(): void {
    this.#followed.finish();
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
      this.#followed.leave(high, low);
      const service = this.#services.of(record.names, record.name(this.#connector));
      const server = service.server ?? this.#localServer(record);
      const { open } = this.#sessions;
      const session = open.of(this.#direction, server, high, low);
      // Behind its end a row that it has already begins the session once more: as it would in another part of the file.
      const isAgain = session.lastSequence >= 0 && session.hasEndedWith(sequence);
      const mine = isAgain ? open.another(this.#direction, server, high, low) : session;
      this.#row(record, mine, service, sequence, day);
      if (this.#sessions.advance(mine)) {
        this.#followed.closed(high, low);
      }
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
    const meaning = told & ~MAY_INTRODUCE;
    if (meaning !== NOTHING) {
      const name = this.#context.facts.name(this.#meanings.nameOf(record, meaning));
      const fingerprint = this.#meanings.fingerprint(record, meaning);
      session.events.add(meaning, sequence, day, millisecond, line, 0, fingerprint, name);
      if (meaning === Kind.disconnect && sequence > session.lastSequence) {
        session.lastSequence = sequence;
      }
    }
    if (told !== meaning && session.remote >= 0) {
      this.#introductions.note(record, session, day, this.#context.facts.hostNotes);
      this.#followed.tellCertificates();
    }
  }

  /** A send log tells only the local address. */
  #localServer(record: RecordCursor): string {
    const host = record.hostOf(this.#local);
    return host < 0 ? '' : record.names.text(record.names.smallOf(host));
  }

  #takeLocal(record: RecordCursor, session: Session): void {
    session.hasLocal = record.hasText(this.#local);
    session.isHub ||= this.#services.isHubPort(record.names, record.nameOf(this.#local));
  }
}
