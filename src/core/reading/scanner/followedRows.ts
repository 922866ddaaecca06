import type { RecordCursor } from '../recordCursor';
import type { RowFollower, SessionKeeper, TakeSession } from '../rowFollower';
import { takeFreshNames } from './freshNames';
import { type FollowingKernel, Stopped } from './kernel';

/** News of the kernel's: a session that has ended, what sessions of a kind add up to; and how long the two are. */
const News = { session: 1, sum: 2 } as const;
const LENGTHS = [0, 3, 9];
const NOTE_NUMBERS = 6;
/** Behind every address. */
const NO_LIMIT = 0x7fffffff;

/** Rows that the kernel follows by itself, and the sessions that it keeps. */
export class FollowedRows implements SessionKeeper {
  readonly #kernel: FollowingKernel;
  readonly #follower: RowFollower;
  #numbers: Int32Array;
  /** False once following has been stopped. */
  goesOn = true;

  constructor(kernel: FollowingKernel, follower: RowFollower, numbers: Int32Array) {
    this.#kernel = kernel;
    this.#follower = follower;
    this.#numbers = numbers;
    kernel.beginFollowing(Number(follower.isReceive), follower.width, follower.today);
    follower.begin(this);
  }

  /** The kernel's memory has moved: its numbers. */
  showMemory(numbers: Int32Array): void {
    this.#numbers = numbers;
  }

  get open(): number {
    return this.#kernel.open.value;
  }

  get followed(): number {
    return this.#kernel.followed.value;
  }

  /**
   * Follows the complete records of [start, end) that begin before `last`; see the kernel's `scan`. Returns the beginning of the first
   * one that has to be read otherwise, lies behind, or is not complete. `show` shows the one that begins somewhere.
   */
  follow(start: number, end: number, last: number, delimiter: number, show: (place: number) => RecordCursor): number {
    const kernel = this.#kernel;
    const limit = Math.min(last, NO_LIMIT);
    let place = start;
    for (;;) {
      kernel.follow(place, end, limit, delimiter);
      place = kernel.place.value;
      const stopped = kernel.stopped.value;
      if (stopped === Stopped.learn) {
        const { value: table } = kernel.table;
        const { value: text } = kernel.text;
        kernel.learn(table, text, this.#follower.learn(table, text));
      } else if (stopped === Stopped.look) {
        const { value: remote } = kernel.remote;
        kernel.answer(...this.#follower.look(show(place), remote));
      } else if (stopped === Stopped.manyNotes) {
        this.#takeNotes();
      } else if (stopped === Stopped.newsFirst) {
        this.#tell();
      } else if (stopped === Stopped.newKind) {
        const kind = this.#follower.kindOf(this.#numbers, kernel.asked.value >> 2);
        kernel.learnKind(kind.high, kind.low, kind.flags, kind.route, kind.server, kind.connector);
      } else if (stopped === Stopped.full) {
        this.#follower.full();
        return place;
      } else {
        return place;
      }
    }
  }

  leave(high: number, low: number, take: TakeSession): boolean {
    // What others make of the row comes behind.
    this.#tell();
    const left = this.#kernel.leave(high, low);
    if (left > 1) {
      take(this.#numbers, left >> 2);
    }
    return left !== 1;
  }

  leaveNone(high: number, low: number): void {
    this.#kernel.leaveNone(high, low);
  }

  certificates(isBegun: boolean): void {
    this.#kernel.certificates(Number(isBegun));
  }

  stop(take: TakeSession): void {
    const kernel = this.#kernel;
    this.#tellAll();
    for (let session = kernel.openFrom(0); session !== 0; session = kernel.openFrom(kernel.nextSlot.value)) {
      take(this.#numbers, session >> 2);
    }
  }

  finish(take: TakeSession): void {
    const kernel = this.#kernel;
    const numbers = this.#numbers;
    const { names } = this.#follower;
    this.#tellAll();
    let slot = 0;
    do {
      const other = kernel.writeParts(slot, names.nextPosition);
      takeFreshNames(kernel, numbers, names);
      this.#follower.parts(numbers.subarray(kernel.MESSAGES.value >> 2, kernel.partsEnd.value >> 2));
      if (other !== 0) {
        take(numbers, other >> 2);
      }
      slot = kernel.nextSlot.value;
    } while (slot !== 0);
  }

  /** Nothing more is followed. */
  #tellAll(): void {
    this.goesOn = false;
    this.#tell();
    this.#kernel.tellScopes();
    this.#tell();
    this.#takeNotes();
  }

  /** Hands on what the kernel has found out, in the order of the file. */
  #tell(): void {
    const numbers = this.#numbers;
    const follower = this.#follower;
    const kernel = this.#kernel;
    const { MESSAGES, messagesEnd, NEWS, newsEnd } = kernel;
    if (messagesEnd.value > MESSAGES.value) {
      kernel.placeMessages(follower.names.nextPosition);
      takeFreshNames(kernel, numbers, follower.names);
    }
    let told = MESSAGES.value >> 2;
    const end = newsEnd.value >> 2;
    for (let at = NEWS.value >> 2; at < end; at += LENGTHS[numbers[at] as number] as number) {
      if (numbers[at] === News.session) {
        told = this.#tellMessages(told, (numbers[at + 2] as number) >> 2);
        follower.ended(numbers, (numbers[at + 1] as number) >> 2);
      } else {
        follower.counted(numbers, at + 1);
      }
    }
    this.#tellMessages(told, messagesEnd.value >> 2);
    kernel.forgetNews();
  }

  #tellMessages(from: number, to: number): number {
    if (to > from) {
      this.#follower.messages(this.#numbers.subarray(from, to));
    }
    return to;
  }

  #takeNotes(): void {
    const kernel = this.#kernel;
    const { noteTexts } = this.#follower;
    kernel.placeNotes(noteTexts.nextPosition);
    takeFreshNames(kernel, this.#numbers, noteTexts);
    const from = kernel.NOTES.value >> 2;
    this.#follower.noted(this.#numbers.subarray(from, from + kernel.noted.value * NOTE_NUMBERS));
    kernel.forgetNotes();
  }
}
