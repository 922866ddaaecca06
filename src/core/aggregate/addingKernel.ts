import program from './adding/adding.wasm';

interface Global {
  readonly value: number;
}

/**
 * What adds facts up (adding/adding.as, AssemblyScript) exports. Numbers are of 32 bits, signed; the ledger stands at one message at
 * a time, which those without a key are about.
 */
export interface AddingKernel {
  readonly memory: { readonly buffer: ArrayBuffer };
  /**
   * Addresses: of numbers that are set and read (see {@link Header}), and of rows that are to be added; how many numbers of rows
   * there is room for.
   */
  readonly HEADER: Global;
  readonly ROWS: Global;
  readonly MOST_ROW_NUMBERS: Global;
  /** Where the step of a walk left off that came last: 0 where that was the last one. */
  readonly walked: Global;
  /** How many bytes are given out at a time. */
  readonly PIECE_BYTES: Global;
  /** What is told of messages over several connectors: the last of the pieces that hold it; where items begin in one, … */
  readonly severalPieces: Global;
  readonly FIRST_ITEM: Global;
  /** … how many bytes each takes, and behind how many of them its peer stands. */
  readonly ITEM: Global;
  readonly PEER_OF_ITEM: Global;
  /** Messages that are known, and the bytes that they take. */
  readonly messages: Global;
  readonly ledgerBytes: Global;
  find(high: number, low: number): number;
  claim(high: number, low: number): void;
  beginStep(from: number): void;
  toNextEntry(): number;
  collect(from: number): number;
  keyHigh(): number;
  keyLow(): number;
  peer(): number;
  setPeer(peer: number): void;
  seen(): number;
  setSeen(seen: number): void;
  day(): number;
  setDay(day: number): void;
  line(): number;
  setLine(line: number): void;
  isShared(): number;
  share(): void;
  file(): number;
  book(file: number, flags: number): void;
  enterFile(): void;
  bookRow(flags: number, hops: number, others: number): number;
  bookRows(flags: number, hops: number, others: number, knownHops: number, knownOthers: number): void;
  /** To be called first. */
  begin(mostPeers: number): void;
  countPeer(flow: number, tls: number, host: number, sender: number, cipher: number): number;
  uncountPeer(id: number): void;
  foldIfCrowded(): void;
  namesInUse(names: number): number;
  rename(): void;
  setFlow(flow: number, group: number, isUntold: number, connector: number, key: number, tracker: number): void;
  beginFile(begin: number, file: number): void;
  see(high: number, low: number, seen: number, day: number): number;
  cross(
    high: number,
    low: number,
    flow: number,
    tls: number,
    host: number,
    sender: number,
    cipher: number,
    day: number,
    line: number,
    file: number,
    isBorder: number,
  ): number;
  addNotes(from: number, to: number): number;
  hostAt(host: number): number;
  emptyHost(host: number): void;
  tellHost(name: number, side: number, host: number): void;
  hasOrder(text: number): number;
  tellOrder(text: number, high: number, low: number): void;
  forgetHosts(): void;
  wantNumbers(names: number, routes: number): number;
  addCrossings(from: number, to: number, base: number, file: number): number;
  addPassings(from: number, to: number): number;
  forgetGains(): void;
  beginCensus(days: number, flows: number): number;
  censusDay(census: number, flow: number, day: number, counts: number): void;
  census(census: number, from: number): void;
  groupPeers(census: number): void;
  endCensus(census: number): void;
}

/** How many peers are told apart before the smaller ones are folded together. */
export const MOST_PEERS = 20_000;

let compiled: WebAssembly.Module | undefined;

/** A kernel and its memory, as numbers of 32 bits: made when it is first needed, and the program compiled for the first one. */
export class Adding {
  /** What a number of a name stands for. */
  textOf: (name: number) => string = () => '';
  #kernel: AddingKernel | undefined;
  /** Known once there is a kernel: {@link words} are asked for first. */
  #header = 0;
  #words = new Int32Array(0);

  get kernel(): AddingKernel {
    this.#kernel ??= this.#made();
    return this.#kernel;
  }

  /** Where rows that are to be added go in {@link words}, and how many numbers there is room for. */
  get rows(): number {
    return this.kernel.ROWS.value >>> 2;
  }

  get mostRowNumbers(): number {
    return this.kernel.MOST_ROW_NUMBERS.value;
  }

  /** The memory: another array after each call of the kernel that may have had it grow. */
  get words(): Int32Array {
    if (this.#words.length === 0) {
      this.#words = new Int32Array(this.kernel.memory.buffer);
    }
    return this.#words;
  }

  /** A number of the kernel's header: see {@link Header}. */
  get(field: number): number {
    return this.words[this.#header + field] as number;
  }

  set(field: number, value: number): void {
    this.words[this.#header + field] = value;
  }

  #made(): AddingKernel {
    compiled ??= new WebAssembly.Module(program());
    const texts = { isBehind: (text: number, other: number): boolean => this.textOf(text) > this.textOf(other) };
    const kernel = new WebAssembly.Instance(compiled, { texts }).exports as unknown as AddingKernel;
    this.#header = kernel.HEADER.value >>> 2;
    kernel.begin(MOST_PEERS);
    return kernel;
  }
}

/** Numbers of the header. */
export const Header = {
  gains: 0,
  /** Addresses of the rows of peers, and of their places by id; how many peers and ids there are. */
  peerRows: 1,
  peerPlaces: 2,
  peers: 3,
  ids: 4,
  /** The file whose rows are booked; whether some were; whether rows are kept apart; rows by what became of them. */
  file: 5,
  hasRows: 6,
  isApart: 7,
  used: 8,
  otherEvents: 9,
  noBorderHops: 10,
  /** The row that adding stopped at is for others to add. */
  isOdd: 12,
  /** Addresses of what days gained, and of the messages that the ledger tells of. */
  gainsAt: 13,
  countedAt: 14,
} as const;
