/** How many things are noted of a host: the first ones by the alphabet. Scanners call themselves anything. */
const MOST_NOTES = 16;
/** In place of a bound, where there is none. Higher than any order. */
const OPEN = Number.POSITIVE_INFINITY;
/** For so many hosts there is room at first. */
const FIRST_HOSTS = 64;

/** A note as it is kept. Days are UTC. */
export interface KeptNote {
  readonly isCertificate: boolean;
  readonly text: string;
  readonly firstDay: number;
  readonly lastDay: number;
}

/**
 * Of each host the first notes by the alphabet, certificates behind names. Notes are very many, and most come too late to be kept, or
 * are known: numbers that lie together say so, without a look at a text.
 */
export class FirstNotes {
  /** {@link MOST_NOTES} places a host: of each note its {@link orderOf}, … */
  #orders = new Float64Array(FIRST_HOSTS * MOST_NOTES);
  /** … its first and its last day, … */
  #days = new Int32Array(2 * FIRST_HOSTS * MOST_NOTES);
  /** … and its text. */
  readonly #texts: string[] = [];
  /** By host: how many notes there are, … */
  #counts = new Uint8Array(FIRST_HOSTS);
  /** … and, where there is room for no more, the place of the last one and its order: what lies behind it comes too late. */
  #lasts = new Int32Array(FIRST_HOSTS);
  #bounds = new Float64Array(FIRST_HOSTS).fill(OPEN);
  #hosts = 0;
  readonly #free: number[] = [];

  /** Room for the notes of one more host: its number. */
  claim(): number {
    const host = this.#free.pop() ?? this.#hosts++;
    if (host === this.#counts.length) {
      this.#orders = enlarged(this.#orders, new Float64Array(2 * this.#orders.length));
      this.#days = enlarged(this.#days, new Int32Array(2 * this.#days.length));
      this.#counts = enlarged(this.#counts, new Uint8Array(2 * host));
      this.#lasts = enlarged(this.#lasts, new Int32Array(2 * host));
      this.#bounds = enlarged(this.#bounds, new Float64Array(2 * host).fill(OPEN));
    }
    return host;
  }

  /** Forgets a host, whose number another one may get. */
  forget(host: number): void {
    this.#counts[host] = 0;
    this.#bounds[host] = OPEN;
    this.#free.push(host);
  }

  /** Notes a text of a host, whose place in the alphabet begins with `order` (see {@link orderOf}), on days from the first to the last. */
  note(host: number, order: number, text: string, firstDay: number, lastDay: number): void {
    if (order <= (this.#bounds[host] as number)) {
      const from = host * MOST_NOTES;
      const to = from + (this.#counts[host] as number);
      const place = this.#find(from, to, order, text);
      if (place < to) {
        const at = 2 * place;
        this.#days[at] = Math.min(this.#days[at] as number, firstDay);
        this.#days[at + 1] = Math.max(this.#days[at + 1] as number, lastDay);
      } else {
        this.#insert(host, order, text, firstDay, lastDay);
      }
    }
  }

  /** What is noted of a host, in no order. */
  of(host: number): KeptNote[] {
    return Array.from({ length: this.#counts[host] as number }, (_, at) => {
      const place = host * MOST_NOTES + at;
      return {
        isCertificate: this.#orders[place] === CERTIFICATE,
        text: this.#texts[place] as string,
        firstDay: this.#days[2 * place] as number,
        lastDay: this.#days[2 * place + 1] as number,
      };
    });
  }

  /** The place of a note; `to` where it is not there. */
  #find(from: number, to: number, order: number, text: string): number {
    for (let place = from; place < to; place++) {
      if (this.#orders[place] === order && this.#texts[place] === text) {
        return place;
      }
    }
    return to;
  }

  /** Keeps a note, in place of the last one where there is room for no more. */
  #insert(host: number, order: number, text: string, firstDay: number, lastDay: number): void {
    const from = host * MOST_NOTES;
    const count = this.#counts[host] as number;
    let place = from + count;
    if (count === MOST_NOTES) {
      place = this.#lasts[host] as number;
      if (this.#isBehind(order, text, place)) {
        return;
      }
    }
    this.#orders[place] = order;
    this.#texts[place] = text;
    this.#days[2 * place] = firstDay;
    this.#days[2 * place + 1] = lastDay;
    this.#counts[host] = Math.min(count + 1, MOST_NOTES);
    if (count + 1 >= MOST_NOTES) {
      const last = this.#lastOf(from);
      this.#lasts[host] = last;
      this.#bounds[host] = this.#orders[last] as number;
    }
  }

  /** True where a note comes behind the one at a place. */
  #isBehind(order: number, text: string, place: number): boolean {
    const other = this.#orders[place] as number;
    return order === other ? text > (this.#texts[place] as string) : order > other;
  }

  /** The place of the last note of a host that has all it can have. */
  #lastOf(from: number): number {
    let last = from;
    for (let place = from + 1; place < from + MOST_NOTES; place++) {
      if (this.#isBehind(this.#orders[place] as number, this.#texts[place] as string, last)) {
        last = place;
      }
    }
    return last;
  }
}

function enlarged<Numbers extends Float64Array | Int32Array | Uint8Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

/** How many characters {@link orderOf} looks at, and what stands for those from here on. */
const ORDERED = 6;
const HIGHEST = 255;
/** In place of such a number, of a certificate. */
export const CERTIFICATE = Number.MAX_VALUE;

/** A number for a text's beginning: of two texts with different ones, the one with the lower comes first by the alphabet. */
export function orderOf(text: string): number {
  let order = 0;
  let isOver = false;
  for (let at = 0; at < ORDERED; at++) {
    const unit: number = isOver || at >= text.length ? 0 : Math.min(text.charCodeAt(at), HIGHEST);
    isOver ||= unit === HIGHEST;
    order = order * (HIGHEST + 1) + unit;
  }
  return order;
}
