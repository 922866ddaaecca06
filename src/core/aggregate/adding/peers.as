// Who stood at the other side: rows of numbers, found by a hash of what makes a peer (peerTable.ts).
import { HEADER, PEERS, PIECE_BYTES, enlarged } from './memory';

/** A peer: flow, TLS state, numbers of its host, sender and cipher, messages, id, whether others were folded into it. */
const WIDTH: usize = 32;
export const FLOW: usize = 0;
export const TLS: usize = 4;
export const HOST: usize = 8;
export const SENDER: usize = 12;
export const CIPHER: usize = 16;
const MESSAGES: usize = 20;
const ID: usize = 24;

/** So many bytes say who a peer is. */
export const IDENTITY: usize = 20;

/** In the header: where rows, and places by id, lie; how many peers there are, and ids, of which 0 is nobody. */
const ROWS: usize = 4;
const PLACES: usize = 8;
export const SIZE: usize = 12;
const IDS: usize = 16;
const MOST_IDS: u32 = 0x3fffff;
/** Past this many peers the less frequent half is folded together … */
const MOST_PEERS: usize = 44;
const IS_FOLDED: usize = 28;
/** … This stands in place of the host of a peer that was folded; in place of its sender, the one that it went into. */
const GONE: u32 = 0xffffffff;

let rowsBytes: usize = PIECE_BYTES;
let placesBytes: usize = PIECE_BYTES;
/** Rows by identity, plus 1; linear probing. */
let slots: usize = PEERS + 2 * PIECE_BYTES;
let slotsBytes: usize = PIECE_BYTES;

/** Of no meaning; fetching must not be taken for useless. */
let fetched: u32 = 0;
/** Folding waits until there are more peers than this: twice as many as were left the last time. */
let nextFold: u32 = 0;

export function beginPeers(most: u32): void {
  store<u32>(HEADER, <u32>PEERS, ROWS);
  store<u32>(HEADER, <u32>(PEERS + PIECE_BYTES), PLACES);
  store<u32>(HEADER, 1, IDS);
  store<u32>(HEADER, most, MOST_PEERS);
}

// @ts-ignore: decorators of AssemblyScript
@inline export function rowAt(place: u32): usize {
  return <usize>load<u32>(HEADER, ROWS) + <usize>place * WIDTH;
}

/** The place of the peer with an id: that of the one it was folded into. */
// @ts-ignore: decorators of AssemblyScript
@inline export function placeOf(id: u32): u32 {
  return load<u32>(<usize>load<u32>(HEADER, PLACES) + (<usize>id << 2));
}

export function rowOf(id: u32): usize {
  return rowAt(placeOf(id));
}

/** Where the slot of a row begins to be looked for. */
// @ts-ignore: decorators of AssemblyScript
@inline function hashOf(flow: i32, tls: u32, host: u32, sender: u32, cipher: u32): u32 {
  let hash = (host * 0x9e3779b1) ^ (sender * 0x85ebca6b);
  hash = ((hash ^ (hash >>> 15)) * 0x2c1b3c6d) ^ ((<u32>flow * 8 + tls) * 0x27d4eb2f) ^ (cipher * 0x165667b1);
  return hash ^ (hash >>> 16);
}

// @ts-ignore: decorators of AssemblyScript
@inline function slotAt(slot: u32): usize {
  return slots + ((<usize>slot << 2) & (slotsBytes - 1));
}

/** Fetches the memory where a peer stands: others can be fetched meanwhile. */
// @ts-ignore: decorators of AssemblyScript
@inline export function fetchPeer(flow: i32, tls: u32, host: u32, sender: u32, cipher: u32): void {
  const known = load<u32>(slotAt(hashOf(flow, tls, host, sender, cipher)));
  if (known != 0) fetched ^= load<u32>(rowAt(known - 1));
}

/** The place of a peer, which becomes known. */
export function peerOf(flow: i32, tls: u32, host: u32, sender: u32, cipher: u32): u32 {
  let slot = hashOf(flow, tls, host, sender, cipher);
  for (let known = load<u32>(slotAt(slot)); known != 0; known = load<u32>(slotAt(++slot))) {
    const row = rowAt(known - 1);
    if (load<u32>(row, HOST) == host && load<u32>(row, SENDER) == sender && load<i32>(row, FLOW) == flow
      && load<u32>(row, TLS) == tls && load<u32>(row, CIPHER) == cipher) return known - 1;
  }
  const place = append(flow, tls, host, sender, cipher);
  store<u32>(slotAt(slot), place + 1);
  if (<usize>(place + 1) * 8 > slotsBytes) {
    slots = enlarged(slots, slotsBytes);
    slotsBytes *= 2;
    indexPeers();
  }
  return place;
}

function append(flow: i32, tls: u32, host: u32, sender: u32, cipher: u32): u32 {
  const place = load<u32>(HEADER, SIZE);
  const id = load<u32>(HEADER, IDS);
  // What an entry of the ledger has no room for.
  if (id >= MOST_IDS) unreachable();
  store<u32>(HEADER, place + 1, SIZE);
  store<u32>(HEADER, id + 1, IDS);
  if (<usize>(place + 1) * WIDTH > rowsBytes) {
    store<u32>(HEADER, <u32>enlarged(<usize>load<u32>(HEADER, ROWS), rowsBytes), ROWS);
    rowsBytes *= 2;
  }
  if (<usize>(id + 1) * 4 > placesBytes) {
    store<u32>(HEADER, <u32>enlarged(<usize>load<u32>(HEADER, PLACES), placesBytes), PLACES);
    placesBytes *= 2;
  }
  const row = rowAt(place);
  store<i32>(row, flow, FLOW); store<u32>(row, tls, TLS); store<u32>(row, host, HOST); store<u32>(row, sender, SENDER);
  store<u32>(row, cipher, CIPHER); store<u32>(row, 0, MESSAGES); store<u32>(row, id, ID); store<u32>(row, 0, 28);
  store<u32>(<usize>load<u32>(HEADER, PLACES) + (<usize>id << 2), place);
  return place;
}

/** Finds all rows anew by what is in them. */
export function indexPeers(): void {
  memory.fill(slots, 0, slotsBytes);
  for (let place: u32 = 0; place < load<u32>(HEADER, SIZE); place++) {
    const row = rowAt(place);
    let slot = hashOf(load<i32>(row, FLOW), load<u32>(row, TLS), load<u32>(row, HOST), load<u32>(row, SENDER), load<u32>(row, CIPHER));
    while (load<u32>(slotAt(slot)) != 0) slot++;
    store<u32>(slotAt(slot), place + 1);
  }
}

/** Counts one more message of a peer and returns the peer's id. */
export function countPeer(flow: i32, tls: u32, host: u32, sender: u32, cipher: u32): u32 {
  const row = rowAt(peerOf(flow, tls, host, sender, cipher));
  store<i32>(row, load<i32>(row, MESSAGES) + 1, MESSAGES);
  return load<u32>(row, ID);
}

/** The same of the peer with whose numbers a piece of memory begins. */
export function countPeerOf(told: usize): u32 {
  return countPeer(load<i32>(told, FLOW), load<u32>(told, TLS), load<u32>(told, HOST), load<u32>(told, SENDER), load<u32>(told, CIPHER));
}

/** Takes one message back. */
export function uncountPeer(id: u32): void {
  const row = rowOf(id);
  store<i32>(row, load<i32>(row, MESSAGES) - 1, MESSAGES);
}

/**
 * Where there are too many peers, folds the less frequent half, but for those without names, into one without names for each connector
 * and TLS state. Ids go on. It cannot go below that many: where those are many, it has to wait for more.
 */
export function foldIfCrowded(): void {
  const size = load<u32>(HEADER, SIZE);
  if (size <= max(load<u32>(HEADER, MOST_PEERS), nextFold)) return;
  let left = size >> 1;
  const most = median(size);
  for (let place: u32 = 0; place < size && left > 0; place++) {
    const row = rowAt(place);
    const isNameless = (load<u32>(row, HOST) | load<u32>(row, SENDER)) == 0;
    if (load<u32>(row, MESSAGES) > most || isNameless) continue;
    left--;
    const rest = peerOf(load<i32>(row, FLOW), load<u32>(row, TLS), 0, 0, 0);
    // Rows may lie elsewhere now.
    const gone = rowAt(place);
    const into = rowAt(rest);
    store<u32>(into, load<u32>(into, MESSAGES) + load<u32>(gone, MESSAGES), MESSAGES);
    store<u32>(into, 1, IS_FOLDED);
    store<u32>(gone, rest, SENDER);
    store<u32>(gone, GONE, HOST);
  }
  closeUp();
  nextFold = 2 * load<u32>(HEADER, SIZE);
}

/** What half of the peers have at most, in messages. */
function median(size: u32): u32 {
  let low: u32 = 0;
  let high: u32 = 0xffffffff;
  while (low < high) {
    const middle = low + ((high - low) >> 1);
    let count: u32 = 0;
    for (let place: u32 = 0; place < size; place++) count += <u32>(load<u32>(rowAt(place), MESSAGES) <= middle);
    if (count > size >> 1) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Lets the rows go that were folded into others. */
function closeUp(): void {
  const size = load<u32>(HEADER, SIZE);
  // Where a row goes is kept in the slots meanwhile, of which there are more than rows.
  let to: u32 = 0;
  for (let place: u32 = 0; place < size; place++) {
    if (load<u32>(rowAt(place), HOST) != GONE) store<u32>(slots + (<usize>place << 2), to++);
  }
  for (let place: u32 = 0; place < size; place++) {
    const row = rowAt(place);
    if (load<u32>(row, HOST) == GONE) store<u32>(slots + (<usize>place << 2), load<u32>(slots + (<usize>load<u32>(row, SENDER) << 2)));
  }
  const places = <usize>load<u32>(HEADER, PLACES);
  for (let id: u32 = 1; id < load<u32>(HEADER, IDS); id++) {
    const at = places + (<usize>id << 2);
    store<u32>(at, load<u32>(slots + (<usize>load<u32>(at) << 2)));
  }
  to = 0;
  for (let place: u32 = 0; place < size; place++) {
    const row = rowAt(place);
    if (load<u32>(row, HOST) != GONE) memory.copy(rowAt(to++), row, WIDTH);
  }
  store<u32>(HEADER, to, SIZE);
  indexPeers();
}
