// Messages that rows show over more than one connector, or once with and once without its connector told. Every connector's own rows are kept
// apart, so that the outcome does not depend on the order in which rows come. A group of connectors counts the message by itself: those of one
// direction. What its rows tell that do not say which of them is taken for its lowest one's, by the key; where there is none, it stands by itself.
import { gain } from './dayGains';
import { groupOf, isUntold, keyOf, trackerOf } from './flows';
import { PIECE_BYTES, takePiece } from './memory';
import { FLOW, TLS, countPeerOf, uncountPeer } from './peers';
import { DAY, TOLD, combine } from './told';

/** What a connector's rows tell (told.as), the id of the peer it is counted under, 0 for none, and the next connector of the message. */
export const PEER: usize = TOLD;
const NEXT: usize = TOLD + 4;
export const ITEM: usize = TOLD + 8;
/** A piece of memory begins with the address of the one before. */
export const FIRST_ITEM: usize = 4;

/** The piece that was begun last, and where the next item goes. */
export let severalPieces: usize = 0;
let free: usize = 0;
const resolved = memory.data(28);
/** Of the group that was looked at last: what is told of its lowest connector, and of none; what stands behind it. */
let lowest: usize = 0;
let untold: usize = 0;
export let end: usize = 0;
/** How many connectors have been looked at: a message over very many takes long. */
export let steps: u32 = 0;

/** Puts what a connector's rows tell before others of its message; returns where it is. */
export function prepend(told: usize, peer: u32, next: usize): usize {
  if (free == 0 || free + ITEM > severalPieces + PIECE_BYTES) {
    const piece = takePiece();
    store<u32>(piece, <u32>severalPieces);
    severalPieces = piece;
    free = piece + FIRST_ITEM;
  }
  const item = free;
  free += ITEM;
  memory.copy(item, told, TOLD);
  store<u32>(item, peer, PEER);
  store<u32>(item, <u32>next, NEXT);
  return item;
}

// @ts-ignore: decorators of AssemblyScript
@inline export function nextOf(item: usize): usize {
  return <usize>load<u32>(item, NEXT);
}

// @ts-ignore: decorators of AssemblyScript
@inline function groupAt(item: usize): u32 {
  return groupOf(load<u32>(item, FLOW));
}

/** Looks at a group, whose connectors stand one behind the other. */
export function look(start: usize): void {
  const group = groupAt(start);
  lowest = 0;
  untold = 0;
  end = start;
  for (; end != 0 && groupAt(end) == group; end = nextOf(end)) {
    const flow = load<u32>(end, FLOW);
    if (isUntold(flow)) untold = end;
    else if (lowest == 0 || keyOf(flow) < keyOf(load<u32>(lowest, FLOW))) lowest = end;
    steps++;
  }
}

/** What is counted over a connector of the group that was looked at: its own rows, and for the lowest those that tell none; 0 for nothing. */
export function countedOf(item: usize): usize {
  if (untold == 0 || lowest == 0) return item;
  if (item == untold) return 0;
  if (item != lowest) return item;
  combine(resolved, item, untold);
  return resolved;
}

/** Takes back how a group counts the message, or counts it. */
function count(start: usize, messages: i32): void {
  look(start);
  for (let item = start; item != end; item = nextOf(item)) {
    const told = countedOf(item);
    if (told == 0) continue;
    gain(load<i32>(told, FLOW), load<i32>(told, DAY), load<u32>(told, TLS), messages);
    if (messages > 0) store<u32>(item, countPeerOf(told), PEER);
    else uncountPeer(load<u32>(item, PEER));
  }
}

/** Adds what a row tells of a message over several connectors, and corrects what is counted. Returns where they begin then. */
export function addSeveral(head: usize, fresh: usize): usize {
  const group = groupAt(fresh);
  let start = head;
  for (; start != 0 && groupAt(start) != group; start = nextOf(start)) steps++;
  if (start == 0) {
    head = prepend(fresh, 0, head);
    count(head, 1);
    return head;
  }
  count(start, -1);
  const flow = load<u32>(fresh, FLOW);
  let item = start;
  while (item != end && keyOf(load<u32>(item, FLOW)) != keyOf(flow)) item = nextOf(item);
  if (item == end) {
    store<u32>(start, <u32>prepend(fresh, 0, nextOf(start)), NEXT);
  } else {
    // The connector counts once: where another export than a tracking log tells of it, by that, else by the first server.
    const isFirst = !isUntold(flow) && trackerOf(flow) < trackerOf(load<u32>(item, FLOW));
    combine(item, item, fresh);
    if (isFirst) store<u32>(item, flow, FLOW);
  }
  count(start, 1);
  return head;
}
