// Messages that rows show over more than one connector, or once with and once without its connector told. Every connector's own rows
// are kept apart, so that the outcome does not depend on the order in which rows come. A group of connectors counts the message by
// itself: those of one direction. What its rows tell that do not say which of them is taken for its lowest one's, by the key; where
// there is none, it stands by itself.
import { gain } from './dayGains';
import { connectorOf, groupOf, isUntold, keyOf, trackerOf } from './flows';
import { PIECE_BYTES, giveBack, take, takePiece } from './memory';
import { FLOW, TLS, countPeerOf, uncountPeer } from './peers';
import { DAY, LINE, TOLD, combine } from './told';

/** What a connector's rows tell (told.as), the id of the peer it is counted under, and the next connector of its group. */
export const PEER: usize = TOLD;
const NEXT: usize = TOLD + 4;
export const ITEM: usize = TOLD + 8;
/** A piece of memory begins with the address of the one before. */
export const FIRST_ITEM: usize = 4;
/** A group takes as much, and has nothing where names and peers are: its connectors, the lowest and what tells none, how many there are. */
const FIRST: usize = 0;
const LOWEST: usize = 4;
const UNTOLD: usize = DAY;
const SIZE: usize = LINE;
/** Connectors of larger groups are found by a hash. */
const FEW: u32 = 8;

/** The piece that was begun last, and where the next item goes. */
export let severalPieces: usize = 0;
let free: usize = 0;
/** What two of them tell together: TOLD bytes. */
const resolved = memory.data(28);
/** Of large groups: a connector's address and its group's; linear probing. */
let slots: usize = 0;
let slotsBytes: usize = PIECE_BYTES;
let indexed: u32 = 0;

function claim(): usize {
  if (free == 0 || free + ITEM > severalPieces + PIECE_BYTES) {
    const piece = takePiece();
    store<u32>(piece, <u32>severalPieces);
    severalPieces = piece;
    free = piece + FIRST_ITEM;
  }
  const item = free;
  free += ITEM;
  return item;
}

/** The next connector of a group, or the next group. */
// @ts-ignore: decorators of AssemblyScript
@inline export function nextOf(item: usize): usize {
  return <usize>load<u32>(item, NEXT);
}

// @ts-ignore: decorators of AssemblyScript
@inline export function firstOf(group: usize): usize {
  return <usize>load<u32>(group, FIRST);
}

// @ts-ignore: decorators of AssemblyScript
@inline function flowOf(item: usize): u32 {
  return load<u32>(item, FLOW);
}

/** What is counted over a connector of a group: its own rows, and for the lowest those that tell none; 0 for nothing. */
export function countedOf(group: usize, item: usize): usize {
  const untold = <usize>load<u32>(group, UNTOLD);
  const lowest = <usize>load<u32>(group, LOWEST);
  if (untold == 0 || lowest == 0) return item;
  if (item == untold) return 0;
  if (item != lowest) return item;
  combine(resolved, item, untold);
  return resolved;
}

/** Takes back how the message is counted over a connector, or counts it. */
function count(group: usize, item: usize, messages: i32): void {
  const told = item == 0 ? 0 : countedOf(group, item);
  if (told == 0) return;
  gain(load<i32>(told, FLOW), load<i32>(told, DAY), load<u32>(told, TLS), messages);
  if (messages > 0) store<u32>(item, countPeerOf(told), PEER);
  else uncountPeer(load<u32>(item, PEER));
}

/** A message that is counted under a peer, as rows of one connector tell of it. Returns where its groups begin. */
export function beginSeveral(told: usize, peer: u32): usize {
  const group = claim();
  append(group, told);
  store<u32>(firstOf(group), peer, PEER);
  return group;
}

/** Puts a connector into a group, which does not count it yet. */
function append(group: usize, told: usize): void {
  const item = claim();
  memory.copy(item, told, TOLD);
  store<u32>(item, <u32>firstOf(group), NEXT);
  store<u32>(group, <u32>item, FIRST);
  const size = load<u32>(group, SIZE) + 1;
  store<u32>(group, size, SIZE);
  if (isUntold(flowOf(item))) store<u32>(group, <u32>item, UNTOLD);
  else if (isLower(group, flowOf(item))) store<u32>(group, <u32>item, LOWEST);
  if (size == FEW + 1) for (let other = item; other != 0; other = nextOf(other)) index(group, other);
  else if (size > FEW) index(group, item);
}

/** True where a connector comes before the lowest one. */
function isLower(group: usize, flow: u32): bool {
  const lowest = <usize>load<u32>(group, LOWEST);
  return lowest == 0 || keyOf(flow) < keyOf(flowOf(lowest));
}

function find(group: usize, flow: u32): usize {
  const connector = connectorOf(flow);
  if (load<u32>(group, SIZE) > FEW) return <usize>load<u32>(slotOf(group, connector));
  let item = firstOf(group);
  while (item != 0 && connectorOf(flowOf(item)) != connector) item = nextOf(item);
  return item;
}

function slotOf(group: usize, connector: u32): usize {
  let hash = (<u32>group * 0x9e3779b1) ^ (connector * 0x85ebca6b);
  hash ^= hash >>> 15;
  while (true) {
    const slot = slots + ((<usize>hash << 3) & (slotsBytes - 1));
    const item = <usize>load<u32>(slot);
    if (item == 0 || (<usize>load<u32>(slot, 4) == group && connectorOf(flowOf(item)) == connector)) return slot;
    hash++;
  }
}

function index(group: usize, item: usize): void {
  if (slots == 0) slots = take(slotsBytes);
  if (<usize>(++indexed) * 16 > slotsBytes) {
    const old = slots;
    const bytes = slotsBytes;
    slots = take(2 * bytes);
    slotsBytes = 2 * bytes;
    for (let at = old; at < old + bytes; at += 8) if (load<u32>(at) != 0) put(<usize>load<u32>(at, 4), <usize>load<u32>(at));
    giveBack(old, bytes);
  }
  put(group, item);
}

function put(group: usize, item: usize): void {
  const slot = slotOf(group, connectorOf(flowOf(item)));
  store<u32>(slot, <u32>item);
  store<u32>(slot, <u32>group, 4);
}

/** Adds what a row tells of a message over several connectors, whose groups begin there, and corrects what is counted. */
export function addSeveral(head: usize, fresh: usize): void {
  const flow = flowOf(fresh);
  let group = head;
  while (groupOf(flowOf(firstOf(group))) != groupOf(flow)) {
    if (nextOf(group) == 0) {
      const other = claim();
      append(other, fresh);
      store<u32>(group, <u32>other, NEXT);
      count(other, firstOf(other), 1);
      return;
    }
    group = nextOf(group);
  }
  const item = find(group, flow);
  const lowest = <usize>load<u32>(group, LOWEST);
  const untold = <usize>load<u32>(group, UNTOLD);
  // Beside the connector itself: whichever what tells none is taken for, before and behind.
  const taker = lowest == 0 ? untold : lowest;
  const isTaken = isUntold(flow) || (item == 0 && untold != 0 && isLower(group, flow));
  if (isTaken) count(group, taker, -1);
  if (item == 0) {
    append(group, fresh);
  } else {
    if (!isTaken) count(group, item, -1);
    // The connector counts once: where another export than a tracking log tells of it, by that, else by the first server.
    const isFirst = !isUntold(flow) && trackerOf(flow) < trackerOf(flowOf(item));
    combine(item, item, fresh);
    if (isFirst) store<u32>(item, flow, FLOW);
  }
  if (isTaken && taker != untold) count(group, taker, 1);
  count(group, item == 0 ? firstOf(group) : item, 1);
}
