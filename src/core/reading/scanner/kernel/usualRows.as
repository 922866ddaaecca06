// Rows of sessions that are followed, written as nearly all are: as their session's rows before them, but for their time, their number, their
// event and what that tells. They are found without looking for the ends of all their fields; any other row is left to scan.as. Many are
// found before the first one is read: then finding does not wait for what is hard to foresee, which is what a row means.
import { FEEDS, MOST_USUAL_ROWS, USUAL_ROWS } from './memory';
import { BEHIND, CONTEXT_FROM, CONTEXT_TO, DATA_FROM, DATA_TO, DOUBLES, ITS_EVENT, ROW_SIZE, SESSION } from './rowCells';
import { ID_AT, TEXT, TEXT_LENGTH, nextNumber, previousNumber, recent } from './sessions';
import { bits } from './units';

const LF: i8 = 10;
const CR: i8 = 13;
const QUOTE: u32 = 34;
export const COMMA: u32 = 44;

/** Bytes of a row before its connector: its time, and a comma. */
const CONNECTOR_AT: usize = 25;
/** Events: `*`, `+`, `-`, `<`, `>`, as bits from that of `*` on. */
const EVENTS: u32 = 0x14000b;

/** Where the id stands, as long as nothing else is told at that place. */
const ID: usize = DOUBLES;
/** 1 where a quotation mark of a cell was doubled. */
let doubles: u32 = 0;

/** Finds what may be rows from `start` on, before `end`: lines of the next `bytes`. Returns where what is told of them ends. */
export function findRows(start: usize, end: usize, bytes: usize): usize {
  const last = end - start < bytes ? end : start + bytes;
  const mark = i8x16.splat(LF);
  let feeds = FEEDS;
  for (let at = start; at < last; at += 64) {
    // Where one is not, is written down as well, and then overwritten: whether there is one is hard to foresee.
    let found = equalTo(at, mark);
    store<u32>(feeds, <u32>(at + <usize>ctz(found)));
    feeds += <usize>(found != 0) * 4;
    for (found &= found - 1; found; found &= found - 1) {
      store<u32>(feeds, <u32>(at + <usize>ctz(found)));
      feeds += 4;
    }
  }
  if (feeds > FEEDS && load<u32>(feeds - 4) >= <u32>end) feeds -= 4;
  if (feeds > FEEDS + MOST_USUAL_ROWS * 4) feeds = FEEDS + MOST_USUAL_ROWS * 4;
  let begins = start, to = USUAL_ROWS;
  for (let at = FEEDS; at < feeds; at += 4) {
    const id = behindConnector(begins + CONNECTOR_AT);
    store<u32>(to, <u32>begins); store<u32>(to, <u32>recent(id), SESSION); store<u32>(to, <u32>id, ID);
    begins = <usize>load<u32>(at) + 1;
    store<u32>(to, <u32>begins, BEHIND);
    to += ROW_SIZE;
  }
  return to;
}

/**
 * Finds the usual rows among those that were found from a place to another, up to the first that is none; returns where that is. Their
 * sessions expect the numbers behind theirs from now on: forgetUsual() takes that back.
 */
export function findUsual(from: usize, last: usize): usize {
  for (let to = from; to < last; to += ROW_SIZE) {
    const connector = <usize>load<u32>(to) + CONNECTOR_AT;
    const feed = <usize>load<u32>(to, BEHIND) - 1;
    const idAt = load<u32>(to, ID) - <u32>connector;
    let session = <usize>load<u32>(to, SESSION);
    doubles = 0;
    if (load<u8>(connector - 1) != COMMA) return to;
    if (load<u32>(session, ID_AT) != idAt) {
      // A row in between may have begun it.
      session = recent(<usize>load<u32>(to, ID));
      if (load<u32>(session, ID_AT) != idAt) return to;
      store<u32>(to, <u32>session, SESSION);
    }
    const length = <usize>load<u32>(session, TEXT_LENGTH);
    const event = connector + length;
    const rowEnd = feed - <usize>(load<u8>(feed - 1) == CR);
    if (event + 3 > rowEnd || !isSame(connector, session + TEXT, length)) return to;
    const its = <u32>load<u8>(event);
    if (its - 42 > 20 || (EVENTS >>> (its - 42) & 1) == 0 || load<u8>(event, 1) != COMMA) return to;
    const data = event + 2;
    const dataEnd = rowEnd - data > 64 ? behindLongData(data, rowEnd) : behindData(data, rowEnd);
    if (dataEnd == 0) return to;
    const context = dataEnd + 1;
    // Behind an empty context stands no quotation mark.
    const quotes = <usize>(load<u8>(data) == QUOTE), contextQuotes = <usize>(load<u8>(context) == QUOTE);
    store<u32>(to, its, ITS_EVENT);
    store<u32>(to, <u32>(data + quotes), DATA_FROM); store<u32>(to, <u32>(dataEnd - quotes), DATA_TO);
    store<u32>(to, <u32>(context + contextQuotes), CONTEXT_FROM); store<u32>(to, <u32>(rowEnd - contextQuotes), CONTEXT_TO);
    store<u32>(to, doubles, DOUBLES);
    nextNumber(session);
  }
  return last;
}

/** The rows that were found from a place to another are not read now: their sessions expect the numbers that they expected before. */
export function forgetUsual(from: usize, to: usize): void {
  for (let at = from; at < to; at += ROW_SIZE) previousNumber(<usize>load<u32>(at, SESSION));
}

/** What stands behind the connector at a place, and a comma, if that is short. */
// @ts-ignore: decorators of AssemblyScript
@inline function behindConnector(at: usize): usize {
  const quotes = <usize>(load<u8>(at) == QUOTE);
  const mark = i8x16.splat(quotes ? <i8>QUOTE : <i8>COMMA);
  const ends = equalTo(at + 1, mark);
  return at + 2 + <usize>ctz(ends) + quotes;
}

/** True where bytes are the same. */
// @ts-ignore: decorators of AssemblyScript
@inline function isSame(a: usize, b: usize, length: usize): bool {
  if (length - 64 > 48) return isSameText(a, b, length);
  // Of up to seven times sixteen bytes the last ones may be among those before: no branch depends on how many there are.
  const end = length - 16;
  const fifth = end < 64 ? end : 64, sixth = end < 80 ? end : 80;
  const differs = v128.or(
    v128.or(
      v128.or(v128.xor(v128.load(a), v128.load(b)), v128.xor(v128.load(a, 16), v128.load(b, 16))),
      v128.or(v128.xor(v128.load(a, 32), v128.load(b, 32)), v128.xor(v128.load(a, 48), v128.load(b, 48))),
    ),
    v128.or(
      v128.or(v128.xor(v128.load(a + fifth), v128.load(b + fifth)), v128.xor(v128.load(a + sixth), v128.load(b + sixth))),
      v128.xor(v128.load(a + end), v128.load(b + end)),
    ),
  );
  return !v128.any_true(differs);
}

/** … of a short or a long text. */
function isSameText(a: usize, b: usize, length: usize): bool {
  if (length < 16) return false;
  const end = length - 16;
  for (let at: usize = 0; at < end; at += 16) if (v128.any_true(v128.xor(v128.load(a + at), v128.load(b + at)))) return false;
  return !v128.any_true(v128.xor(v128.load(a + end), v128.load(b + end)));
}

/** Which of 64 bytes are a mark. */
// @ts-ignore: decorators of AssemblyScript
@inline function equalTo(at: usize, mark: v128): u64 {
  return bits(
    i8x16.eq(v128.load(at), mark), i8x16.eq(v128.load(at, 16), mark), i8x16.eq(v128.load(at, 32), mark), i8x16.eq(v128.load(at, 48), mark),
  );
}

/**
 * Behind the data at a place, quotes included, where nothing is odd about them and the context that goes from there to `end`, which is at
 * most 64 bytes on; else 0. The two are told apart without a branch that depends on what is in them.
 */
// @ts-ignore: decorators of AssemblyScript
@inline function behindData(from: usize, end: usize): usize {
  const quotes = <usize>(load<u8>(from) == QUOTE);
  const quote = i8x16.splat(<i8>QUOTE), comma = i8x16.splat(<i8>COMMA), odd = i8x16.splat(CR);
  const a = v128.load(from), b = v128.load(from, 16), c = v128.load(from, 32), d = v128.load(from, 48);
  const here = ~(<u64>0) >> (64 - <u64>(end - from));
  const commas = bits(i8x16.eq(a, comma), i8x16.eq(b, comma), i8x16.eq(c, comma), i8x16.eq(d, comma)) & here;
  // As signed numbers, units above 127 and nearly all control characters are not above CR.
  const others = here & bits(
    v128.or(i8x16.eq(a, quote), i8x16.le_s(a, odd)),
    v128.or(i8x16.eq(b, quote), i8x16.le_s(b, odd)),
    v128.or(i8x16.eq(c, quote), i8x16.le_s(c, odd)),
    v128.or(i8x16.eq(d, quote), i8x16.le_s(d, odd)),
  );
  // The first comma, or what is behind the quotation mark that closes.
  const last = quotes ? (others & ~(<u64>1)) << 1 : others | commas;
  const bit = last & (0 - last);
  if ((commas & bit) == 0 || (others & (bit - 1) & ~(quotes ? bit >> 1 | 1 : 0)) != 0) return behindLongData(from, end);
  if (quotes && load<u8>(from + <usize>ctz(bit) - 1) != QUOTE) return 0;
  if (((others | commas) & ~(bit | (bit - 1))) != 0) return behindLongData(from, end);
  return from + <usize>ctz(bit);
}

/** The same, however far it is. */
function behindLongData(from: usize, end: usize): usize {
  if (end - from > 68 && load<u8>(end - 1) == COMMA && isPlainCell(from, end - 1)) return end - 1;
  const at = behindCell(from, end);
  if (at >= end || load<u8>(at) != COMMA) return 0;
  return at + 1 == end || behindCell(at + 1, end) == end ? at : 0;
}

/** True where nothing is odd about a cell of more than 66 bytes, quotes included, and none of its quotation marks is doubled. */
// @ts-ignore: decorators of AssemblyScript
@inline function isPlainCell(from: usize, end: usize): bool {
  const quotes = <usize>(load<u8>(from) == QUOTE);
  if (quotes && load<u8>(end - 1) != QUOTE) return false;
  const quote = i8x16.splat(<i8>QUOTE), mark = i8x16.splat(quotes ? <i8>QUOTE : <i8>COMMA), odd = i8x16.splat(CR);
  const last = end - quotes - 64;
  let found = i8x16.splat(0);
  for (let at = from + quotes; at < last + 64; at += 64) {
    // The last 64 bytes may have begun before.
    if (at > last) at = last;
    const a = v128.load(at), b = v128.load(at, 16), c = v128.load(at, 32), d = v128.load(at, 48);
    const least = i8x16.min_s(i8x16.min_s(a, b), i8x16.min_s(c, d));
    const marks = v128.or(v128.or(i8x16.eq(a, mark), i8x16.eq(b, mark)), v128.or(i8x16.eq(c, mark), i8x16.eq(d, mark)));
    const others = v128.or(v128.or(i8x16.eq(a, quote), i8x16.eq(b, quote)), v128.or(i8x16.eq(c, quote), i8x16.eq(d, quote)));
    found = v128.or(v128.or(found, i8x16.le_s(least, odd)), v128.or(marks, others));
  }
  return !v128.any_true(found);
}

/** Behind a cell in quotes of which the first one that is doubled stands at a place. */
function behindDoubled(at: usize, end: usize): usize {
  doubles = 1;
  while (load<u8>(at, 1) == QUOTE) {
    at += 2;
    while (at < end && load<u8>(at) != QUOTE && <i8>load<u8>(at) > CR) at++;
    if (at >= end || load<u8>(at) != QUOTE) return end + 1;
  }
  return at + 1;
}

/** Behind the cell at a place, quotes included: `end` where it reaches that, more where anything is odd about it. */
function behindCell(from: usize, end: usize): usize {
  const quotes = <usize>(load<u8>(from) == QUOTE);
  const quote = i8x16.splat(<i8>QUOTE), mark = i8x16.splat(quotes ? <i8>QUOTE : <i8>COMMA), odd = i8x16.splat(CR);
  let at = from + quotes;
  for (; at < end; at += 64) {
    const a = v128.load(at), b = v128.load(at, 16), c = v128.load(at, 32), d = v128.load(at, 48);
    // As signed numbers, units above 127 and nearly all control characters are not above CR.
    const found = bits(
      v128.or(v128.or(i8x16.eq(a, mark), i8x16.eq(a, quote)), i8x16.le_s(a, odd)),
      v128.or(v128.or(i8x16.eq(b, mark), i8x16.eq(b, quote)), i8x16.le_s(b, odd)),
      v128.or(v128.or(i8x16.eq(c, mark), i8x16.eq(c, quote)), i8x16.le_s(c, odd)),
      v128.or(v128.or(i8x16.eq(d, mark), i8x16.eq(d, quote)), i8x16.le_s(d, odd)),
    );
    if (found) { at += <usize>ctz(found); break; }
  }
  if (at >= end) return end + quotes;
  if (load<u8>(at) != (quotes ? QUOTE : COMMA)) return end + 1;
  return quotes && load<u8>(at, 1) == QUOTE ? behindDoubled(at, end) : at + quotes;
}
