// A part of the ledger: open addressing, 16 bytes an entry. Entries stand in the order of their keys, none before the place that its key
// calls for (its home), with nothing free in between. A larger part is therefore the same row of entries spread over more places: it
// keeps the memory it has, gets some more, and leaves nothing behind.
import { ERAS, PIECES, PIECE_BYTES, SEGMENTS, takePiece } from './memory';

/** An entry: the low half of the key, the line, … */
export const ENTRY: usize = 16;
export const LINE: usize = 4;
/** … 24 bits of the key's high half above eight of the ledger's, of which TAKEN are never all 0 in an entry, and its state. */
export const HEAD: usize = 8;
export const STATE: usize = 12;
const TAKEN: u32 = 0xf0;

/** Entries that lie together: parts of more grow by whole pieces. */
const PIECE: u32 = 1024;
const FIRST: u32 = 16;
/** How full a part may be, of 1024: fuller ones search longer, emptier ones take more memory. */
const LOAD: u32 = 942;
/** Of a hundred pieces so many more. */
const GROWTH: u32 = 7;
/** Places behind the last home, for entries that do not find room at theirs: at most so many. */
const BEYOND: u32 = 64;

/** Of a part: how many entries there is room for, of which the last is never taken; homes; entries; whether it keeps eras. */
const PLACES: usize = 0;
const HOMES: usize = 4;
const SIZE: usize = 8;
const HAS_ERAS: usize = 12;

/** Numbers of the key that was looked for last. */
export let part: u32 = 0;
export let head: u32 = 0;
export let low: i32 = 0;
/** Where the entry is, and its place in its part. */
export let at: usize = 0;
let place: u32 = 0;
let segment: usize = SEGMENTS;
/** Of no meaning; fetching must not be taken for useless. */
let fetched: u32 = 0;
/** Bytes that entries and eras take. */
export let ledgerBytes: f64 = 0;
let eras: usize = 0;
/** An address for each part; what is left of the memory for tables. */
const TABLE_BYTES: usize = 1024;
let rest: usize = 0;

// @ts-ignore: decorators of AssemblyScript
@inline function scattered(half: i32): i32 {
  let bits: i32 = (half ^ (half >>> 16)) * <i32>0x85ebca6b;
  bits = (bits ^ (bits >>> 13)) * <i32>0xc2b2ae35;
  return bits ^ (bits >>> 16);
}

/** Keys that are alike in some of their bits must not crowd. Two steps that can be undone: different keys stay different. */
// @ts-ignore: decorators of AssemblyScript
@inline function mix(keyHigh: i32, keyLow: i32): void {
  low = keyLow ^ scattered(keyHigh);
  const first = <u32>(keyHigh ^ scattered(low));
  part = first >>> 24;
  head = first & 0xffffff;
  segment = SEGMENTS + (<usize>part << 4);
}

/**
 * Where it is said where the piece lies that a place is in: of the first pieces of all parts in one table, of the second ones in
 * the next …
 */
// @ts-ignore: decorators of AssemblyScript
@inline function slotOf(tables: usize, which: u32): usize {
  return <usize>load<u32>(tables + ((<usize>which >> 10) << 2)) + (<usize>part << 2);
}

// @ts-ignore: decorators of AssemblyScript
@inline function address(which: u32): usize {
  return <usize>load<u32>(slotOf(PIECES, which)) + ((<usize>which & (PIECE - 1)) << 4);
}

// @ts-ignore: decorators of AssemblyScript
@inline function eraAddress(which: u32): usize {
  return <usize>load<u32>(slotOf(ERAS, which)) + (<usize>which & (PIECE - 1));
}

// @ts-ignore: decorators of AssemblyScript
@inline function home(headOf: u32): u32 {
  return <u32>((<u64>headOf * <u64>load<u32>(segment, HOMES)) >> 24);
}

// @ts-ignore: decorators of AssemblyScript
@inline function isTaken(entry: usize): bool {
  return (load<u32>(entry, HEAD) & TAKEN) != 0;
}

/** Fetches the memory where an entry may stand: others can be fetched meanwhile. */
// @ts-ignore: decorators of AssemblyScript
@inline export function fetch(keyHigh: i32, keyLow: i32): void {
  mix(keyHigh, keyLow);
  if (load<u32>(segment, PLACES) != 0) fetched ^= load<u32>(address(home(head)), HEAD);
}

/** Looks for a key: false where there is none, and the place is the one where it belongs. */
export function search(keyHigh: i32, keyLow: i32): bool {
  mix(keyHigh, keyLow);
  return load<u32>(segment, PLACES) != 0 && look();
}

function look(): bool {
  const wanted = head;
  let here = home(wanted);
  let entry = address(here);
  let isFound = false;
  while (isTaken(entry)) {
    const other = load<u32>(entry, HEAD) >>> 8;
    if (other > wanted) break;
    if (other == wanted && load<i32>(entry) >= low) {
      isFound = load<i32>(entry) == low;
      break;
    }
    entry += ENTRY;
    here++;
    if ((here & (PIECE - 1)) == 0) entry = address(here);
  }
  place = here;
  at = entry;
  return isFound;
}

/** Puts an entry where search() left off, all of it 0 but its key and `mark`, which is a part of TAKEN. */
export function insert(mark: u32): void {
  while (load<u32>(segment, SIZE) >= (load<u32>(segment, HOMES) * LOAD) >> 10 || !moveOn()) {
    grow();
    look();
  }
  store<i32>(at, low);
  store<u32>(at, 0, LINE);
  store<u32>(at, (head << 8) | mark, HEAD);
  store<u32>(at, 0, STATE);
  if (load<u32>(segment, HAS_ERAS)) store<u8>(eraAddress(place), 0);
  store<u32>(segment, load<u32>(segment, SIZE) + 1, SIZE);
}

/** How many places are looked at in a step of a walk over all entries. */
const PLACES_A_STEP: u32 = 4096;
const PARTS: u32 = 256;
/** Of the walk whose step this is: where it is, and how many places are left of the step. */
let walkPart: u32 = 0;
let walkPlace: u32 = 0;
let left: u32 = 0;
/** Where the next entry would be, if it is in the same piece; 0 where that has to be looked up. */
let walkAt: usize = 0;
/** Where the step left off: the part above 24 bits of the place; 0 where all have been gone to. */
export let walked: u32 = 0;

/** Begins a step of a walk: the first one at 0, the next ones where the one before left off. */
export function beginStep(from: u32): void {
  walkPart = from >>> 24;
  walkPlace = from & 0xffffff;
  left = PLACES_A_STEP;
  walkAt = 0;
}

/** Goes to the next entry; false where the step is over. */
// @ts-ignore: decorators of AssemblyScript
@inline export function toNextEntry(): bool {
  part = walkPart;
  segment = SEGMENTS + (<usize>part << 4);
  while (left > 0 && walkPart < PARTS) {
    if (walkPlace < load<u32>(segment, PLACES)) {
      left--;
      at = walkAt != 0 ? walkAt : address(walkPlace);
      place = walkPlace++;
      walkAt = (walkPlace & (PIECE - 1)) == 0 ? 0 : at + ENTRY;
      if (isTaken(at)) return true;
    } else {
      part = ++walkPart;
      segment = SEGMENTS + (<usize>part << 4);
      walkPlace = 0;
      walkAt = 0;
    }
  }
  walked = (walkPart << 24) | walkPlace;
  return false;
}

/** The first bits of the key of the entry here that its numbers do not hold. */
export function partHere(): u32 {
  return part;
}

/** The upper half of the day of the entry here. */
// @ts-ignore: decorators of AssemblyScript
@inline export function era(): u32 {
  return load<u32>(segment, HAS_ERAS) == 0 ? 0 : <u32>load<u8>(eraAddress(place));
}

// @ts-ignore: decorators of AssemblyScript
@inline export function setEra(to: u32): void {
  if (load<u32>(segment, HAS_ERAS) == 0) {
    if (to == 0) return;
    beginEras();
  }
  store<u8>(eraAddress(place), to);
}

function beginEras(): void {
  store<u32>(segment, 1, HAS_ERAS);
  for (let from: u32 = 0; from < load<u32>(segment, PLACES); from += PIECE) takeEras(from);
}

/** Room for the eras of a piece: sixteen of them in one of memory. */
function takeEras(from: u32): void {
  if ((eras & (PIECE_BYTES - 1)) == 0) eras = takePiece();
  say(ERAS, from, eras);
  eras += PIECE;
  ledgerBytes += PIECE;
}

/** Says where a piece lies. */
function say(tables: usize, from: u32, piece: usize): void {
  const table = tables + ((<usize>from >> 10) << 2);
  if (load<u32>(table) == 0) {
    if ((rest & (PIECE_BYTES - 1)) == 0) rest = takePiece();
    store<u32>(table, <u32>rest);
    rest += TABLE_BYTES;
  }
  store<u32>(slotOf(tables, from), <u32>piece);
}

/** Moves what stands from here on by one place, up to the next free one; false where that is the last. */
function moveOn(): bool {
  const here = place;
  let free = here;
  let next = at;
  while (true) {
    const end = next + (<usize>(PIECE - (free & (PIECE - 1))) << 4);
    const from = next;
    while (next < end && isTaken(next)) next += ENTRY;
    free += <u32>(next - from) >> 4;
    if (next < end) break;
    next = address(free);
  }
  if (free == load<u32>(segment, PLACES) - 1) return false;
  const hasEras = load<u32>(segment, HAS_ERAS) != 0;
  while (free > here) {
    // What lies in the piece of the free place, then the last entry of the piece before.
    const first = max(here, free & ~(PIECE - 1));
    const from = address(first);
    memory.copy(from + ENTRY, from, <usize>(free - first) * ENTRY);
    if (hasEras) memory.copy(eraAddress(first) + 1, eraAddress(first), <usize>(free - first));
    free = first;
    if (free > here) move(--free, first);
  }
  return true;
}

function move(from: u32, to: u32): void {
  const source = address(from);
  v128.store(address(to), v128.load(source));
  store<u32>(source, 0, HEAD);
  if (load<u32>(segment, HAS_ERAS)) store<u8>(eraAddress(to), load<u8>(eraAddress(from)));
}

/** More places: all entries are put to the end, and from there to where they belong, which is never behind. */
function grow(): void {
  do {
    const before = load<u32>(segment, PLACES);
    enlarge(before);
    let to = load<u32>(segment, PLACES);
    for (let from = before; from > 0; ) if (isTaken(address(--from)) && --to != from) move(from, to);
  } while (!spread());
}

function enlarge(before: u32): void {
  const hasEras = load<u32>(segment, HAS_ERAS) != 0;
  let after = before == 0 ? FIRST : min(before * 4, PIECE);
  if (before >= PIECE) after = before + max<u32>(1, (before / PIECE * GROWTH + 50) / 100) * PIECE;
  for (let from: u32 = before == 0 ? 0 : max(before, PIECE); from < after; from += PIECE) {
    say(PIECES, from, takePiece());
    if (hasEras) takeEras(from);
  }
  ledgerBytes += <f64>((after - before) * <u32>ENTRY);
  store<u32>(segment, after, PLACES);
  store<u32>(segment, after - min(BEYOND, after >> 2), HOMES);
}

/** Puts entries, which stand in order at the end, to their places; false where there are not enough behind the last home. */
function spread(): bool {
  const all = load<u32>(segment, PLACES);
  let next: u32 = 0;
  for (let from = all - load<u32>(segment, SIZE); from < all; from++) {
    const to = max(home(load<u32>(address(from), HEAD) >>> 8), next);
    if (to > from || to == all - 1) return false;
    if (to < from) move(from, to);
    next = to + 1;
  }
  return true;
}
