// Looks at every message for which lines prove what, and for who stood at the other side on days that count: census.ts asks for it.
// Each census has memory of its own: several may be taken at a time.
import { AT as COUNTED_AT, ROW as COUNTED, collectSeveral } from './counted';
import { SEVERAL, day as dayHere, line, peer } from './ledger';
import { HEADER, PIECE_BYTES, giveBack, take } from './memory';
import { rankOf } from './lines';
import { FLOW, SIZE as PEERS, TLS, placeOf, rowAt } from './peers';
import { beginStep, toNextEntry } from './segment';

/** At the beginning: how many bytes, slots less one, peers and days there are; where slots, peers and their groups begin; groups. */
const BYTES: usize = 0;
const MASK: usize = 4;
const MOST_PEERS: usize = 8;
const DAYS: usize = 12;
const SLOTS_AT: usize = 16;
const PEERS_AT: usize = 20;
const GROUPS_AT: usize = 24;
const GROUPS: usize = 28;
const FIRST: usize = 32;
/** A day of a flow: whether it counts; behind that the ranks of the first and the last line of each TLS state, 0 for none. */
const DAY: usize = 144;
const COUNTS: usize = 8;
const RANKS: usize = 16;
/** A peer: messages, first and last day, what it is of (flow above three bits of the TLS state), ranks of the first and the last line. */
const PEER: usize = 32;
const OF: usize = 12;
/** TLS states, of which each flow has a group of peers. */
const STATES: u32 = 8;
/** Memory of a census that is over, for the next one. */
let idle: usize = 0;

/**
 * Room for so many days of flows. Returns where it begins: days follow behind 32 bytes, peers and their groups where the numbers at 20
 * and 24 say.
 */
export function beginCensus(days: u32, flows: u32): usize {
  const peers = load<u32>(HEADER, PEERS);
  let slots: u32 = 16;
  while (slots < 8 * days) slots *= 2;
  const slotsAt = FIRST + <usize>days * DAY;
  const peersAt = slotsAt + (<usize>slots << 2);
  const groupsAt = peersAt + <usize>peers * PEER;
  let bytes = (groupsAt + (<usize>(flows * STATES + peers) << 2) + PIECE_BYTES - 1) & ~(PIECE_BYTES - 1);
  let census = idle;
  if (census != 0 && <usize>load<u32>(census) >= bytes) {
    bytes = <usize>load<u32>(census);
    idle = 0;
  } else {
    census = take(bytes);
  }
  memory.fill(census, 0, bytes);
  store<u32>(census, <u32>bytes, BYTES); store<u32>(census, slots - 1, MASK); store<u32>(census, peers, MOST_PEERS);
  store<u32>(census, <u32>(census + slotsAt), SLOTS_AT); store<u32>(census, <u32>(census + peersAt), PEERS_AT);
  store<u32>(census, <u32>(census + groupsAt), GROUPS_AT); store<u32>(census, flows * STATES, GROUPS);
  for (let place: u32 = 0; place < peers; place++) {
    const row = rowAt(place);
    store<u32>(census + peersAt + <usize>place * PEER, (load<u32>(row, FLOW) << 3) | load<u32>(row, TLS), OF);
  }
  return census;
}

export function endCensus(census: usize): void {
  let less = idle;
  if (less == 0 || load<u32>(census) > load<u32>(less)) idle = census;
  else less = census;
  if (less != 0) giveBack(less, <usize>load<u32>(less));
}

/** Where the slot of a day of a flow is. */
function slotOf(census: usize, flow: i32, day: i32): usize {
  const mask = load<u32>(census, MASK);
  // The first bits: days that follow each other lie apart then.
  let hash = ((<u32>flow * 0x85ebca6b + <u32>day) * 0x9e3779b1) >>> clz(mask);
  while (true) {
    const slot = <usize>load<u32>(census, SLOTS_AT) + (<usize>(hash & mask) << 2);
    const at = <usize>load<u32>(slot);
    if (at == 0 || (load<i32>(at) == flow && load<i32>(at, 4) == day)) return slot;
    hash++;
  }
}

/** Says that a flow has messages on a day, each day once. */
export function censusDay(census: usize, flow: i32, day: i32, counts: u32): void {
  const number = load<u32>(census, DAYS);
  const at = census + FIRST + <usize>number * DAY;
  store<u32>(census, number + 1, DAYS);
  store<u32>(slotOf(census, flow, day), <u32>at);
  store<i32>(at, flow); store<i32>(at, day, 4); store<u32>(at, counts, COUNTS);
}

/** Adds a message, counted under a peer. Where others have been added since the census was begun, it is worth nothing, but does no harm. */
function add(census: usize, id: u32, day: i32, rank: f64): void {
  const place = placeOf(id);
  if (place >= load<u32>(census, MOST_PEERS)) return;
  const tally = <usize>load<u32>(census, PEERS_AT) + <usize>place * PEER;
  const whose = load<u32>(tally, OF);
  const at = <usize>load<u32>(slotOf(census, whose >>> 3, day));
  if (at == 0) return;
  addRank(at + RANKS + (<usize>(whose & 7) << 4), rank);
  if (load<u32>(at, COUNTS) == 0) return;
  const messages = load<u32>(tally);
  store<u32>(tally, messages + 1);
  if (messages == 0 || day < load<i32>(tally, 4)) store<i32>(tally, day, 4);
  if (day > load<i32>(tally, 8)) store<i32>(tally, day, 8);
  addRank(tally + 16, rank);
}

// @ts-ignore: decorators of AssemblyScript
@inline function addRank(at: usize, rank: f64): void {
  if (load<f64>(at) == 0 || rank < load<f64>(at)) store<f64>(at, rank);
  if (rank > load<f64>(at, 8)) store<f64>(at, rank, 8);
}

/** Adds the messages of a step of a walk. */
export function census(to: usize, from: u32): void {
  beginStep(from);
  while (toNextEntry()) {
    const id = peer();
    if (id == 0) continue;
    if (id != SEVERAL) add(to, id, dayHere(), rankOf(line()));
    else addSeveral(to, <usize>line());
  }
}

/** Adds a message over several connectors. */
function addSeveral(to: usize, groups: usize): void {
  const count = collectSeveral(groups, 0);
  const rows = <usize>load<u32>(HEADER, COUNTED_AT);
  const end = rows + <usize>count * COUNTED;
  for (let at = rows; at < end; at += COUNTED) {
    add(to, load<u32>(at), load<i32>(at, 4), rankOf(load<u32>(at, 8)));
  }
}

/**
 * Puts the places of peers with messages together that are of the same flow and TLS state: first it says behind how many places each
 * such group ends, then come the places.
 */
export function groupPeers(census: usize): void {
  const peers = load<u32>(census, MOST_PEERS);
  const ends = <usize>load<u32>(census, GROUPS_AT);
  const groups = load<u32>(census, GROUPS);
  for (let place: u32 = 0; place < peers; place++) {
    const end = endOf(census, place);
    if (end != 0) store<u32>(end, load<u32>(end) + 1);
  }
  let behind: u32 = 0;
  for (let group: u32 = 0; group < groups; group++) {
    const size = load<u32>(ends + (<usize>group << 2));
    store<u32>(ends + (<usize>group << 2), behind);
    behind += size;
  }
  const places = ends + (<usize>groups << 2);
  for (let place: u32 = 0; place < peers; place++) {
    const end = endOf(census, place);
    if (end == 0) continue;
    store<u32>(places + (<usize>load<u32>(end) << 2), place);
    store<u32>(end, load<u32>(end) + 1);
  }
}

/** Where it is said where the group of a peer ends; 0 for one without messages. */
// @ts-ignore: decorators of AssemblyScript
@inline function endOf(census: usize, place: u32): usize {
  const tally = <usize>load<u32>(census, PEERS_AT) + <usize>place * PEER;
  return load<u32>(tally) == 0 ? 0 : <usize>load<u32>(census, GROUPS_AT) + (<usize>load<u32>(tally, OF) << 2);
}
