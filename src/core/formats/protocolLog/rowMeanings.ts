import type { Direction } from '../../model/connector';
import type { ColumnPlan, Slot } from '../../reading/columnPlan';
import type { Names } from '../../reading/names';
import { NameTable } from '../../reading/nameTable';
import type { RecordCursor } from '../../reading/recordCursor';
import { TextTable } from '../../reading/rowFollower';
import { introductionOf, worthOfNote } from './introductions';
import {
  ACCEPTS,
  cipherOf,
  INTRODUCES,
  Kind,
  kindOf,
  LOOK,
  LOOK_ACCEPTS,
  LOOK_CHUNK,
  meaningOfCommand,
  meaningOfCommandHead,
  meaningOfNote,
  meaningOfNoteHead,
  meaningOfReply,
  meaningOfReplyHead,
  NOTHING,
} from './meanings';

/** What the column "event" holds. */
const Speaker = { nobody: 0, client: 1, server: 2, note: 3, disconnect: 4 } as const;

const COLON = 58;
const LESS = 60;
const M = 77;
const SPACE = 32;
const ZERO = 48;
const NINE = 57;
/** " LAST", from its end. */
const LAST = [84, 83, 65, 76, SPACE];
/** Where what follows `250 2.6.` and `MAIL FRO` stands. */
const BEHIND_HEAD = 8;

/** Tells what rows mean (docs/formats.md): mostly by the first eight characters, which come again and again. */
export class RowMeanings {
  readonly #client: string;
  /** What heads tell; the other side introduces itself by commands in receive logs, by replies in send logs. */
  readonly #readCommand: (head: string) => number;
  readonly #readReply: (head: string) => number;
  readonly #data: number;
  readonly #context: number;
  readonly #event: Slot;
  readonly #dataHead: Slot;
  readonly #contextHead: Slot;
  readonly #speakers = new NameTable();
  readonly #commands = new NameTable();
  readonly #replies = new NameTable();
  readonly #notes = new NameTable();
  /** By the whole text's number, where the head does not tell. */
  readonly #wholeCommands = new NameTable();
  readonly #wholeReplies = new NameTable();
  readonly #wholeNotes = new NameTable();
  readonly #ciphers = new NameTable();

  constructor(plan: ColumnPlan, direction: Direction, event: number, data: number, context: number) {
    const isReceive = direction === 'inbound';
    this.#client = isReceive ? '<' : '>';
    const introduction = introductionOf(direction);
    const introducing = (head: string): number => (introduction.test(head) ? INTRODUCES : 0);
    this.#readCommand = (head) => meaningOfCommandHead(head) | (isReceive ? introducing(head) : 0);
    this.#readReply = (head) => meaningOfReplyHead(head) | (isReceive ? 0 : introducing(head));
    this.#data = data;
    this.#context = context;
    this.#event = plan.name(event);
    this.#dataHead = plan.head(data);
    this.#contextHead = plan.head(context);
  }

  /** The row's meaning, {@link NOTHING} where it does not matter for counting, perhaps with {@link MAY_INTRODUCE}. */
  of(record: RecordCursor): number {
    switch (this.#speakerOf(record)) {
      case Speaker.client:
        return this.#command(record);
      case Speaker.server:
        return this.#reply(record);
      case Speaker.note:
        return this.#note(record);
      case Speaker.disconnect:
        return Kind.disconnect;
      default:
        return NOTHING;
    }
  }

  /** The name that goes with a meaning: the sender's domain, the cipher; -1 for none. */
  nameOf(record: RecordCursor, meaning: number): number {
    switch (kindOf(meaning)) {
      case Kind.mail:
        return this.#senderOf(record);
      case Kind.tls:
        return this.#cipherOf(record);
      default:
        return -1;
    }
  }

  /**
   * Tells identical rows from different ones with the same session, number, time and meaning: a hash of the text where a reply
   * accepts a message by itself; of others the length.
   */
  fingerprint(record: RecordCursor, meaning: number): number {
    switch (kindOf(meaning)) {
      case Kind.reply:
        return (meaning & ACCEPTS) === 0 ? record.lengthOf(this.#data) : record.fingerprint(this.#data);
      case Kind.tls:
      case Kind.tlsFailed:
        return record.lengthOf(this.#context);
      default:
        return record.lengthOf(this.#data);
    }
  }

  /** What a text means, by the tables of a reader that follows rows; undefined where none of these. */
  learn(table: number, names: Names, name: number): number {
    const text = names.text(name);
    switch (table) {
      case TextTable.commands:
        return this.#readCommand(text);
      case TextTable.replies:
        return this.#readReply(text);
      case TextTable.notes:
        return readNote(text);
      case TextTable.wholeCommands:
        return meaningOfCommand(text);
      case TextTable.wholeReplies:
        return meaningOfReply(text);
      case TextTable.wholeNotes:
        return meaningOfNote(text);
      default:
        return names.of(cipherOf(text));
    }
  }

  #speakerOf(record: RecordCursor): number {
    const name = record.name(this.#event);
    let speaker = this.#speakers.get(name);
    if (speaker === undefined) {
      const event = record.names.text(name);
      speaker = this.#readEvent(event);
      this.#speakers.set(name, speaker);
    }
    return speaker;
  }

  #readEvent(event: string): number {
    switch (event) {
      case '<':
      case '>':
        return event === this.#client ? Speaker.client : Speaker.server;
      case '*':
        return Speaker.note;
      case '-':
        return Speaker.disconnect;
      default:
        return Speaker.nobody;
    }
  }

  #command(record: RecordCursor): number {
    const head = record.name(this.#dataHead);
    const meaning = this.#commands.get(head) ?? remember(this.#commands, record, head, this.#readCommand);
    if (meaning === LOOK_CHUNK) {
      return this.#chunk(record);
    }
    return meaning === LOOK ? this.#look(record, this.#data, this.#wholeCommands, meaningOfCommand) : meaning;
  }

  /** What a whole text means; those that the head does not tell are few different ones. */
  #look(record: RecordCursor, column: number, table: NameTable, read: (text: string) => number): number {
    const name = record.nameOf(column);
    return table.get(name) ?? remember(table, record, name, read);
  }

  #cipherOf(record: RecordCursor): number {
    const name = record.nameOf(this.#context);
    let cipher = this.#ciphers.get(name);
    if (cipher === undefined) {
      cipher = record.names.of(cipherOf(record.names.text(name)));
      this.#ciphers.set(name, cipher);
    }
    return cipher;
  }

  /** Nearly all are: BDAT 1234 LAST, or BDAT 1234. */
  #chunk(record: RecordCursor): number {
    const length = record.lengthOf(this.#data);
    const last = record.unitAt(this.#data, length - 1);
    if (last >= ZERO && last <= NINE) {
      return Kind.chunk;
    }
    for (let back = 0; back < LAST.length; back++) {
      if (record.unitAt(this.#data, length - 1 - back) !== LAST[back]) {
        return meaningOfCommand(record.cell(this.#data));
      }
    }
    return Kind.lastChunk;
  }

  #reply(record: RecordCursor): number {
    const head = record.name(this.#dataHead);
    const told = this.#replies.get(head) ?? remember(this.#replies, record, head, this.#readReply);
    const meaning = told & ~INTRODUCES;
    if (meaning === LOOK) {
      return this.#look(record, this.#data, this.#wholeReplies, meaningOfReply) | (told & INTRODUCES);
    }
    if (meaning !== LOOK_ACCEPTS) {
      return told;
    }
    // Nearly all are: 250 2.6.0 <message id> …
    const isAccepted =
      record.unitAt(this.#data, BEHIND_HEAD) === ZERO &&
      record.unitAt(this.#data, BEHIND_HEAD + 1) === SPACE &&
      record.unitAt(this.#data, BEHIND_HEAD + 2) === LESS;
    return isAccepted ? ACCEPTED : meaningOfReply(record.cell(this.#data));
  }

  #note(record: RecordCursor): number {
    const head = record.name(this.#contextHead);
    const meaning = this.#notes.get(head) ?? remember(this.#notes, record, head, readNote);
    return meaning === LOOK ? this.#look(record, this.#context, this.#wholeNotes, meaningOfNote) : meaning;
  }

  /** The domain in `MAIL FROM:<name@domain>`. */
  #senderOf(record: RecordCursor): number {
    const data = this.#data;
    if ((record.unitAt(data, BEHIND_HEAD) & ~0x20) !== M || record.unitAt(data, BEHIND_HEAD + 1) !== COLON) {
      return -1;
    }
    let from = BEHIND_HEAD + 2;
    while (record.unitAt(data, from) === SPACE) {
      from++;
    }
    from += record.unitAt(data, from) === LESS ? 1 : 0;
    return record.names.smallOf(record.domainOf(data, from, true));
  }
}

const ACCEPTED = Kind.reply | (250 << 8) | ACCEPTS;

function readNote(head: string): number {
  return meaningOfNoteHead(head) | worthOfNote(head);
}

function remember(table: NameTable, record: RecordCursor, head: number, read: (text: string) => number): number {
  const meaning = read(record.names.text(head));
  table.set(head, meaning);
  return meaning;
}
