import { NumberList } from '../../facts/numberList';
import { Tls } from '../../model/tls';
import { ACCEPTS, detailOf, Kind, kindOf } from './meanings';
import { OpenCommands } from './openCommands';
import type { Session } from './session';
import { EVENT_NUMBERS, EventField } from './sessionEvents';

/** A message that a session took over: positions of its numbers in {@link Transfers.numbers}. */
export const TransferField = {
  /** The sequence number of the accepting reply identifies the transfer within its session … */
  sequence: 0,
  /** … with its position among such replies; more than one only in edited logs. */
  position: 1,
  day: 2,
  millisecond: 3,
  tls: 4,
  /** Names as events have them, 0 or less for none. */
  cipher: 5,
  sender: 6,
  /** The line that proves the TLS state. */
  line: 7,
  file: 8,
} as const;
export const TRANSFER_NUMBERS = 9;

/** An answer to DATA has come: the reply to the message itself follows. */
const CONTENT = 0x40;

/**
 * Reads sessions' events in the order of their sequence numbers: matches replies to commands (pipelining, BDAT chunks) and
 * keeps track of TLS. One reader serves one session after the other.
 */
export class Transfers {
  readonly #list = new NumberList(TRANSFER_NUMBERS * 16);
  /** Exchange talking to Exchange: `X-ANONYMOUSTLS` was sent as a command. */
  isInternal = false;
  /** Commands that no reply has answered yet. */
  readonly #open = new OpenCommands();
  #isReceive = true;
  #wholeUntil = -1;
  #sender = 0;
  /** MAIL FROM has been seen: where rows begin later, a reply may belong to a pipelined command that is missing. */
  #isWholeMail = false;
  #tls: Tls | undefined;
  #cipher = 0;
  #tlsLine = 0;
  #tlsFile = 0;
  /** A STARTTLS or X-ANONYMOUSTLS was answered 220: its line. */
  #startedLine = 0;
  #startedFile = 0;
  #acceptedSequence = -1;
  /** Accepting replies with that sequence number so far. */
  #acceptedAt = 0;

  get count(): number {
    return this.#list.length / TRANSFER_NUMBERS;
  }

  /** The transfers' numbers, {@link TRANSFER_NUMBERS} each. */
  get numbers(): Int32Array {
    return this.#list.numbers;
  }

  read(session: Session): void {
    this.#begin(session);
    const { numbers, count, isInOrder } = session.events;
    if (isInOrder) {
      for (let at = 0; at < count * EVENT_NUMBERS; at += EVENT_NUMBERS) {
        this.#event(numbers, at);
      }
    } else {
      for (const at of session.events.sorted()) {
        this.#event(numbers, at);
      }
    }
  }

  #begin(session: Session): void {
    this.#list.length = 0;
    this.isInternal = false;
    this.#open.clear();
    this.#isReceive = session.direction === 'inbound';
    this.#wholeUntil = session.wholeUntil();
    this.#sender = 0;
    this.#isWholeMail = false;
    this.#tls = undefined;
    this.#cipher = 0;
    this.#startedLine = 0;
    this.#acceptedSequence = -1;
  }

  #event(events: Int32Array, at: number): void {
    const meaning = events[at] as number;
    const kind = kindOf(meaning);
    switch (kind) {
      case Kind.reply:
        this.#reply(events, at, detailOf(meaning), (meaning & ACCEPTS) !== 0);
        break;
      case Kind.tls:
        this.#tls = detailOf(meaning) as Tls;
        this.#cipher = events[at + EventField.name] as number;
        this.#tlsLine = events[at + EventField.line] as number;
        this.#tlsFile = events[at + EventField.file] as number;
        this.#open.clear();
        break;
      case Kind.tlsFailed:
        this.#startedLine = 0;
        break;
      case Kind.disconnect:
        break;
      default:
        this.#command(kind, events[at + EventField.name] as number);
    }
  }

  #command(kind: number, sender: number): void {
    if (kind === Kind.anonymousTls) {
      this.isInternal = true;
    } else if (kind === Kind.mail) {
      this.#sender = sender;
      this.#isWholeMail = true;
    }
    this.#open.push(kind);
  }

  #reply(events: Int32Array, at: number, code: number, accepts: boolean): void {
    const command = this.#open.first;
    if (code === 354 && command === Kind.data) {
      this.#open.first = CONTENT;
      return;
    }
    if (code >= 300 && code < 400) {
      return;
    }
    if (this.#isReceive && accepts) {
      this.#open.drop(this.#open.countTo(endsMessage));
      this.#accept(events, at);
      return;
    }
    this.#open.drop(1);
    if (code === 220 && (command === Kind.startTls || command === Kind.anonymousTls)) {
      this.#startedLine = events[at + EventField.line] as number;
      this.#startedFile = events[at + EventField.file] as number;
    }
    const endsData = command === Kind.lastChunk || (this.#isReceive && command === Kind.data);
    if (code === 250 && (command === CONTENT || (endsData && this.#isWholeMail))) {
      this.#accept(events, at);
    }
  }

  /** No TLS only where the session is whole from its beginning and no such command was answered 220. */
  #accept(events: Int32Array, at: number): void {
    const sequence = events[at + EventField.sequence] as number;
    if (this.#acceptedSequence !== sequence) {
      this.#acceptedSequence = sequence;
      this.#acceptedAt = 0;
    }
    const hasStarted = this.#startedLine > 0;
    const to = this.#list.claim(TRANSFER_NUMBERS);
    const { numbers } = this.#list;
    numbers[to] = sequence;
    numbers[to + 1] = this.#acceptedAt++;
    numbers[to + 2] = events[at + EventField.day] as number;
    numbers[to + 3] = events[at + EventField.millisecond] as number;
    numbers[to + 4] = this.#tls ?? (hasStarted ? Tls.tls : sequence <= this.#wholeUntil ? Tls.none : Tls.unknown);
    numbers[to + 5] = this.#cipher;
    numbers[to + 6] = this.#sender;
    if (this.#tls !== undefined) {
      numbers[to + 7] = this.#tlsLine;
      numbers[to + 8] = this.#tlsFile;
    } else {
      numbers[to + 7] = hasStarted ? this.#startedLine : (events[at + EventField.line] as number);
      numbers[to + 8] = hasStarted ? this.#startedFile : (events[at + EventField.file] as number);
    }
    this.#isWholeMail = false;
  }
}

function endsMessage(command: number): boolean {
  return command === CONTENT || command === Kind.data || command === Kind.lastChunk;
}
