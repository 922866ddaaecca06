import type { FormatId } from '../model/exportKind';
import type { RowFollower } from './rowFollower';

/** Where a record's cursor holds what was wished for: given by {@link ColumnPlan}, handed to the cursor's methods. */
export type Slot = number;

/** What can be wished for of a column, as numbers that the kernel knows (project.as). */
export const WishKind = { name: 1, head: 2, key: 3, time: 4, natural: 5, items: 6 } as const;
export type WishKind = (typeof WishKind)[keyof typeof WishKind];

/** One thing that is wanted of every record. */
export interface Wish {
  readonly kind: WishKind;
  /** The column's position; -1 where the file has none, which reads as an empty cell. */
  readonly column: number;
  readonly slot: Slot;
  /** Of a key: that it is an identifier (see {@link ColumnPlan.id}). */
  readonly isId: boolean;
}

/**
 * What a row of a trace is follows from a few names alone: a hop over the border, or none. Once a format has said so of one row
 * (`RecordCursor.passes`, `crosses`), a fast reader need not hand over others with the same names: `RecordSink.passed`, `crossed`.
 */
export interface NotedRows {
  /** Whose names they are: another format's may mean something else. */
  readonly format: FormatId;
  /** Where a row holds them: slots of names, and of items with the key's position added. Up to eight. */
  readonly names: readonly Slot[];
  /** The message: its network message id, or else what this column says; a row without one is handed over. */
  readonly key: Slot;
  readonly messageId: number;
  /** So is one without a time, or behind this UTC day … */
  readonly time: Slot;
  readonly today: number;
  /** … one with more or less fields than titles, and one that begins as they do: it may be a header. */
  readonly titles: readonly string[];
  /** Not told where hops over the border are handed over all the same. */
  readonly crossings: CrossingCells | undefined;
}

/** What is wanted of a hop over the border: columns (-1 where there is none, never the first one) and slots of items. */
export interface CrossingCells {
  /** TLS version, connector, cipher, name and address of a proxy's target: of a hop that came in, and of one that went out. */
  readonly items: Readonly<Record<'inbound' | 'outbound', readonly [Slot, Slot, Slot, Slot, Slot]>>;
  readonly connector: number;
  /** The first of them that is not empty tells the host, or the sender. */
  readonly client: readonly [number, number, number];
  readonly server: readonly [number, number, number];
  readonly sender: readonly [number, number];
  /** Where the TLS version of a hop that went out may be mentioned. */
  readonly mentions: readonly [number, number, number];
  readonly numbers: CrossingNumbers;
}

/** How a message crossed the border, as far as its connector and its TLS state go: numbers of names, or `NO_ITEM`. */
export interface CrossingWay {
  readonly isInbound: boolean;
  /** The item that tells the connector … */
  readonly told: number;
  /** … and the cell that names it: of connectors that Exchange Online has of its own, one stands for all. */
  readonly connector: number;
  readonly version: number;
  /** The last digit of the first TLS version that `mentions` say anything of (`TLS 1.2`, `tls1_2`); -1 where they do not. */
  readonly mentioned: number;
  /** The first row that shows it. */
  readonly line: number;
}

/** Positions of texts among those of a stretch, for whom writes rows as facts have them. */
export interface TextPositions {
  /** The position that the next new text will have. */
  readonly nextPosition: number;
  /** These names, of which none is of an empty text, have taken the next positions. */
  takeNames(names: Int32Array): void;
}

/** … and what hops over the border mean there. */
export interface CrossingNumbers extends TextPositions {
  /** Position of the route, and TLS state: asked once for each way. */
  meaningOf(way: CrossingWay): { readonly route: number; readonly state: number };
}

/** Width of a wish's result, in numbers. */
const WIDTH: Readonly<Record<WishKind, number>> = { 1: 1, 2: 1, 3: 2, 4: 2, 5: 1, 6: 0 };

/**
 * What a format wants of each record of a file. A fast reader works it out for many records at once, without making
 * text; the universal one answers from text. Cells that were not wished for can still be asked for as text.
 */
export class ColumnPlan {
  readonly wishes: Wish[] = [];
  /** Keys of the items wanted of the column in {@link items}, in small letters without `S:`. */
  itemKeys: readonly string[] = [];
  width = 0;
  /** Which rows need not be handed over; none where that is not told. */
  noted: NotedRows | undefined;
  /** Who takes rows that are parts of sessions from a reader that follows them by itself; none where no reader is to. */
  follower: RowFollower | undefined;

  /** The number of the cell's text: `RecordCursor.name`. For columns with few different texts. */
  name(column: number): Slot {
    return this.#add(WishKind.name, column);
  }

  /** The number of the text's first eight characters: `RecordCursor.name`. */
  head(column: number): Slot {
    return this.#add(WishKind.head, column);
  }

  /** An identifier, whose case and braces do not matter: `keyHigh` and `keyLow`. */
  id(column: number): Slot {
    return this.#add(WishKind.key, column, true);
  }

  /** A text that stands for itself: `keyHigh` and `keyLow`. */
  key(column: number): Slot {
    return this.#add(WishKind.key, column);
  }

  /** An ISO time: `day` and `millisecond`. */
  time(column: number): Slot {
    return this.#add(WishKind.time, column);
  }

  /** A whole number: `natural`. */
  natural(column: number): Slot {
    return this.#add(WishKind.natural, column);
  }

  /** The values of `custom_data` items, by position among the keys: `item`. Once a plan. */
  items(column: number, keys: readonly string[]): Slot {
    this.itemKeys = keys;
    const slot = this.#add(WishKind.items, column);
    this.width += keys.length;
    return slot;
  }

  #add(kind: WishKind, column: number, isId = false): Slot {
    const same = this.wishes.find((wish) => wish.kind === kind && wish.column === column && wish.isId === isId);
    if (same !== undefined && kind !== WishKind.items) {
      return same.slot;
    }
    const slot = this.width;
    this.wishes.push({ kind, column, slot, isId });
    this.width += WIDTH[kind];
    return slot;
  }
}

/** Nothing is wanted but texts. */
export const NO_PLAN = new ColumnPlan();
