// What a row of a trace is follows from a few of its names: a hop over the border, or none. Where a format has said so of one row, the
// kernel writes down all that have the same names, and nobody else has to look at them: those that are none here (facts.ts,
// `passings`), the others in crossings.as.
import { from, isQuoted, to } from './cells';
import { cross, crossed, forgetConnector, forgetCrossings, goTo } from './crossings';
import { hash, high, low } from './identity';
import { COMBINATIONS, MOST_FRESH, MOST_NOTED, MOST_ROWS, PASSINGS, PASSING_NAMES } from './memory';
import { forgetPositions, freshNames, positionsFrom } from './positions';
import { hasQuote, isSureOf } from './project';
import { forgetWays } from './ways';

/** Rows that were written to PASSINGS and have not been taken: 12 bytes each. */
export let passed: u32 = 0;

/** What names may tell: 0 nothing, up to this one what a row shows that passes plus 1, behind it a hop over the border. */
const MOST_SEEN: u32 = 4;
const INBOUND: u32 = 6;
/** Combinations of names stand in a hash table: what they tell, and their numbers. */
const PLACES: u32 = 256;
const MOST_TAKEN: u32 = 192;
const PLACE: usize = 48;
const NO_NAME: u32 = 0xffffffff;
/** A message id never stands for a network message id: as messageIdentity.ts has it. */
const MESSAGE_ID: u32 = 0x6d696421;
/** The day stands in the bits from here on. */
const DAY: i32 = 13;

/** See mostRows(). */
const FEW_ROWS: u32 = 16;

let names: u32 = 0;
let taken: u32 = 0;
let key: usize = 0;
let message: usize = 0;
let time: usize = 0;
let width: u32 = 0;
let header: u32 = 0;
let today: i32 = 0;

/**
 * Says which rows may pass: the places in a row of `count` names stand at PASSING_NAMES, 0 for none that may. A row has a key, or else
 * a text in the column `messageIds`, a time not behind `newest`, as many fields, and does not begin with the unit `opening`, as titles
 * do.
 */
export function wantPassings(count: u32, keyPlace: u32, messageIds: u32, timePlace: u32, fields: u32, opening: u32, newest: i32): void {
  names = count;
  key = <usize>keyPlace * 4;
  message = <usize>messageIds;
  time = <usize>timePlace * 4;
  width = fields;
  header = opening;
  today = newest;
  forgetWays();
}

/** True where a row that begins with this unit may be titles, behind which another plan is wanted. */
// @ts-ignore: decorators of AssemblyScript
@inline export function mayBeTitles(opening: u32): bool {
  return names > 0 && (opening == header || opening > 126);
}

/** Names mean nothing any more. */
export function forgetNames(): void {
  forgetPassings();
  forgetPositions();
  forgetWays();
  forgetConnector();
}

export function forgetPassings(): void {
  memory.fill(COMBINATIONS, 0, <usize>PLACES * PLACE);
  taken = 0;
}

/** What has been noted was taken: begins anew. `next`: the first position that is free for a name. */
export function beginNoting(next: u32): void {
  passed = 0;
  forgetCrossings();
  positionsFrom(next);
}

/** Rows that are handed on at a time: few where others like them can be noted once they have been looked at. */
export function mostRows(): u32 {
  return names > 0 ? FEW_ROWS : MOST_ROWS;
}

/** True where there is no room to note another row, which may have three names. */
// @ts-ignore: decorators of AssemblyScript
@inline export function isFull(): bool {
  return passed == MOST_NOTED || crossed == MOST_NOTED || freshNames + 3 > MOST_FRESH;
}

/** Where the combination stands of a row whose numbers are at `row`, or a free place for it. */
function find(row: usize): usize {
  let hash: u32 = 0;
  for (let name: u32 = 0; name < names; name++) {
    hash = rotl<u32>((hash ^ load<u32>(row + <usize>load<u32>(PASSING_NAMES + <usize>name * 4))) * 0x9e3779b1, 15);
  }
  let place = (hash * 0x85ebca6b) >> 24;
  while (true) {
    const at = COMBINATIONS + <usize>place * PLACE;
    if (load<u32>(at) == 0 || isSame(at + 4, row)) return at;
    place = (place + 1) & (PLACES - 1);
  }
}

// @ts-ignore: decorators of AssemblyScript
@inline function isSame(known: usize, row: usize): bool {
  for (let name: u32 = 0; name < names; name++) {
    if (load<u32>(known + <usize>name * 4) != load<u32>(row + <usize>load<u32>(PASSING_NAMES + <usize>name * 4))) return false;
  }
  return true;
}

/** Says what names tell: those of the row whose numbers are at `row`. */
export function tells(row: usize, told: u32): void {
  if (names == 0 || taken >= MOST_TAKEN) return;
  for (let name: u32 = 0; name < names; name++) {
    if (load<u32>(row + <usize>load<u32>(PASSING_NAMES + <usize>name * 4)) == NO_NAME) return;
  }
  const at = find(row);
  if (load<u32>(at) != 0) return;
  store<u32>(at, told);
  for (let name: u32 = 0; name < names; name++) {
    store<u32>(at + 4 + <usize>name * 4, load<u32>(row + <usize>load<u32>(PASSING_NAMES + <usize>name * 4)));
  }
  taken++;
}

/** The key of a message id; 0 where there is none, or none that is sure. */
function messageKey(isWide: bool, base: usize, start: usize, first: usize, last: usize): u64 {
  goTo(base, start, first, last, message);
  if (to <= from || (isQuoted && hasQuote(from, to)) || (isWide && !isSureOf(from, to))) return 0;
  hash(from, to, false);
  return <u64>(high ^ MESSAGE_ID) | (<u64>low << 32);
}

/**
 * Writes a row down where its names tell what it is, and it has all that it takes; else false. `row`: where its numbers are; `fields`:
 * how many it has; `opening`: what its first one begins with; `isWide`: it holds a unit above 127; the others as those of locate().
 */
// @ts-ignore: decorators of AssemblyScript
@inline export function note(row: usize, fields: u32, opening: u32, isWide: bool, line: u32, base: usize, start: usize, first: usize, last: usize): bool {
  if (names == 0 || fields != width || opening == header) return false;
  const day = load<i32>(row + time);
  if (day < 0 || day > today) return false;
  const told = load<u32>(find(row));
  if (told == 0) return false;
  const id = load<u64>(row + key) || messageKey(isWide, base, start, first, last);
  if (id == 0) return false;
  if (told > MOST_SEEN) return cross(row, id, time, told == INBOUND, line, base, start, first, last);
  const noted = PASSINGS + <usize>passed * 12;
  store<u64>(noted, id);
  store<u32>(noted, (told - 1) | (day << DAY), 8);
  passed++;
  return true;
}
