// Rows of sessions that are followed, written as nearly all are: as their session's rows before them, but for their time, their number,
// their event and what that tells. They are found without looking for the ends of all their fields; any other row is left to scan.as.
// Many are found before the first one is read: then finding does not wait for what is hard to foresee, which is what a row means.
import { FEEDS, MOST_USUAL_ROWS, USUAL_ROWS } from './memory';
import { BEHIND, CONTEXT_FROM, CONTEXT_TO, DATA_FROM, DATA_TO, DOUBLES, ID, ITS_EVENT, ROW_SIZE, SESSION } from './rowCells';
import { ID_AT, TEXT, TEXT_LENGTH, nextNumber, previousNumber, recent } from './sessions';
import { bits } from './units';
import { COMMA, CR, QUOTE, behindData, doubles, forgetDoubles } from './usualCells';

/** Sixteen line feeds: a constant of sixteen bytes would be made anew for each block. */
const LINE_FEEDS: usize = memory.data<u8>([10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10], 16);

/** Bytes of a row before its connector: its time, and a comma. */
const CONNECTOR_AT: usize = 25;
/** Events: `*`, `+`, `-`, `<`, `>`, as bits from that of `*` on. */
const EVENTS: u32 = 0x14000b;

/**
 * Finds what may be rows from `start` on, before `end`, behind which 128 bytes are zero: lines of the next `bytes`. Returns where what
 * is told of them ends.
 */
export function findRows(start: usize, end: usize, bytes: usize): usize {
  const last = end - start < bytes ? end : start + bytes;
  const mark = v128.load(LINE_FEEDS);
  let feeds = FEEDS;
  for (let at = start; at < last; at += 128) {
    // Where one is not, is written down as well, and then overwritten: whether there is one is hard to foresee.
    const found = equalTo(at, mark), next = equalTo(at + 64, mark);
    if ((found & (found - 1)) | (next & (next - 1))) {
      feeds = writeFeeds(writeFeeds(feeds, at, found), at + 64, next);
      continue;
    }
    store<u32>(feeds, <u32>(at + <usize>ctz(found)));
    feeds += <usize>(found != 0) * 4;
    store<u32>(feeds, <u32>(at + 64 + <usize>ctz(next)));
    feeds += <usize>(next != 0) * 4;
  }
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

/** Writes where some of 64 bytes are, and returns what is behind. */
function writeFeeds(to: usize, at: usize, found: u64): usize {
  for (; found; found &= found - 1) {
    store<u32>(to, <u32>(at + <usize>ctz(found)));
    to += 4;
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
    forgetDoubles();
    if (load<u8>(connector - 1) != COMMA) return to;
    if (load<u32>(session, ID_AT) != idAt) {
      // Where there was none (in the first bytes of memory all is 0), a row in between may have begun it.
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
    const dataEnd = behindData(data, rowEnd);
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
