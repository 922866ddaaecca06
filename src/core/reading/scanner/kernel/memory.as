// Where everything lies in the kernel's memory, in bytes. The first page is the compiler's.

/** What is wanted of each record: see plan.as. */
export const PLAN: usize = 0x10000;
/** The wanted keys of `custom_data` items, one after the other. */
export const KEYS: usize = 0x14000;
/** What wanted keys begin with. */
export const FIRSTS: usize = 0x17000;
/** Numbers of the single characters. */
export const SINGLE: usize = 0x18000;
/** Which names tell what a row shows that passes, and which combinations of them are known. */
export const PASSING_NAMES: usize = 0x19000;
/** What is wanted of a row that is a hop over the border, see crossings.as. */
export const CROSSING_PLAN: usize = 0x19040;
export const COMBINATIONS: usize = 0x19100;
/** Where the semicolons are of a part of a cell. */
export const SEMICOLONS: usize = 0x1c200;
/** Texts that were met, as raw bytes: hash table, places by number, bytes. */
export const SLOTS: usize = 0x20000;
export const MOST_SLOTS: u32 = 1 << 16;
export const PLACES: usize = SLOTS + (<usize>MOST_SLOTS) * 4;
export const MOST_NAMES: u32 = MOST_SLOTS >> 1;
export const TEXTS: usize = PLACES + (<usize>MOST_NAMES) * 8;
export const TEXTS_END: usize = TEXTS + 0x200000;
/** The ends of fields, with marks. */
export const ENDS: usize = TEXTS_END;
export const MOST_ENDS: usize = 1 << 17;
/** Which of the ends end a record. */
export const RECORDS: usize = ENDS + MOST_ENDS * 4;
/** What project() writes. */
export const ROWS: usize = RECORDS + MOST_ENDS * 4;
export const MOST_ROWS: u32 = 1024;
export const MOST_COLUMNS: usize = 64;
/** What it notes of rows that pass, until that is taken: up to so many … */
export const MOST_NOTED: u32 = 4096;
export const PASSINGS: usize = ROWS + (<usize>MOST_ROWS) * MOST_COLUMNS * 4;
/** … and of those that are hops over the border. */
export const CROSSINGS: usize = PASSINGS + (<usize>MOST_NOTED) * 12;
/** What texts mean, by table and number: see told.as. */
export const TOLD: usize = CROSSINGS + (<usize>MOST_NOTED) * 40;
/** Open sessions: hash tables, each behind the one of half its size, and where what is known of them lies. */
export const SESSIONS: usize = TOLD + 11 * (<usize>MOST_NAMES) * 4;
export const MOST_SESSIONS: u32 = 1 << 15;
export const ARENA: usize = SESSIONS + 2 * (<usize>MOST_SESSIONS) * 16;
export const ARENA_END: usize = ARENA + 0x400000;
/** What hosts said of themselves: see hostNotes.as. */
export const NOTES: usize = ARENA_END;
export const MOST_NOTES: u32 = 1 << 12;
export const NOTE_SLOTS: usize = NOTES + (<usize>MOST_NOTES) * 24;
/** Kinds of sessions: see scopes.as. */
export const SCOPES: usize = NOTE_SLOTS + (<usize>MOST_NOTES) * 8;
/** Commands that wait for their replies. */
export const WAITING: usize = SCOPES + 0x4000;
export const WAITING_END: usize = WAITING + 0x2000;
/** What heads mean that were met last: see told.as. */
export const HEADS: usize = WAITING_END;
export const MOST_HEADS: u32 = 1 << 9;
/** Certificates that were told last. */
export const CERTIFICATES: usize = HEADS + (<usize>MOST_HEADS) * 16;
export const MOST_CERTIFICATES: u32 = 1 << 12;
/** Sessions by what their ids end with: see sessions.as. */
export const RECENT: usize = CERTIFICATES + (<usize>MOST_CERTIFICATES) * 16;
export const MOST_RECENT: u32 = 1 << 12;
/** Messages of sessions that follow() has counted, as rows of facts; in the end, what is known of those that go on elsewhere. */
export const MESSAGES: usize = RECENT + (<usize>MOST_RECENT) * 4;
export const MESSAGES_END: usize = MESSAGES + 0x10000;
/** What else it tells. */
export const NEWS: usize = MESSAGES_END;
export const NEWS_END: usize = NEWS + 0x4000;
/** Positions that names have in a stretch's facts, by number, and those that were given one last, up to so many. */
export const MOST_FRESH: u32 = MOST_NOTES;
export const POSITIONS: usize = NEWS_END;
export const FRESH_NAMES: usize = POSITIONS + (<usize>MOST_NAMES) * 4;
/** Ways over the border, see ways.as: hash table, and the places in it of those that have to be asked for. */
export const WAYS: usize = FRESH_NAMES + (<usize>MOST_FRESH) * 4;
export const WAY_PLACES: u32 = 1 << 9;
export const FRESH_WAYS: usize = WAYS + (<usize>WAY_PLACES) * 32;
/** A domain in small letters. */
export const SMALL: usize = FRESH_WAYS + (<usize>WAY_PLACES) * 4;
/** Usual rows of a protocol log, see usualRows.as. */
export const USUAL_ROWS: usize = SMALL + 0x400;
export const MOST_USUAL_ROWS: usize = 64;
/** A row that is none of them. */
export const ODD_ROW: usize = USUAL_ROWS + MOST_USUAL_ROWS * 64;
/** Where lines end, of which some may be usual rows. */
export const FEEDS: usize = ODD_ROW + 64;
export const MOST_FEEDS: usize = 1 << 12;
/** Where a piece of the file lies. */
export const INPUT: usize = FEEDS + (MOST_FEEDS + 64) * 4;

/** Marks of an end: it ends a record … */
export const RECORD: u32 = 0x80000000;
/** … that holds a line break beside its end: inside quotes, or a lone carriage return … */
export const BROKEN: u32 = 0x40000000;
/** … that holds a code unit above 127. The rest is the offset. */
export const WIDE: u32 = 0x20000000;
export const OFFSET: u32 = 0x1fffffff;
