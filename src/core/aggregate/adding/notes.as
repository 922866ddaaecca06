// What remote hosts said of themselves (hostNotes.ts): of each host the first notes by the alphabet, certificates behind names.
import { name } from './crossings';
import { PIECE_BYTES, ROWS, enlarged, take } from './memory';

/** Numbers of a row: see hostNoteList.ts. */
const ROW: usize = 24;
/** How many things are noted of a host. Scanners call themselves anything. */
const MOST: i32 = 16;
/**
 * Of a host: how many notes it has, which comes last, where there is room for no more, and its place in the alphabet, behind which
 * nothing is kept. Of its notes: the numbers of their texts, their places in the alphabet as far as a number tells, first and last days.
 */
const LAST: usize = 4;
const BOUND: usize = 8;
export const TEXTS: usize = 16;
const ORDERS: usize = 80;
const DAYS: usize = 208;
const HOST: usize = 336;
/** Of the place in the alphabet: it is a certificate's. */
const CERTIFICATE: i32 = 62;

let hosts: usize = 0;
let bytes: usize = 0;
export let hostCount: u32 = 0;

/**
 * By the number of a name: the numbers of the hosts that are called so, by direction, plus 1 (below 0: it is not to be noted), and its
 * place in the alphabet, where something said it. 0: nobody has told yet.
 */
const NAME: usize = 16;
const ORDER: usize = 8;
let known: usize = 0;
let knownBytes: usize = 0;
const nothing = memory.data(16);

// @ts-ignore: decorators of AssemblyScript
@external("texts", "isBehind") declare function isTextBehind(text: u32, other: u32): bool;

/** Where a host is, of which nothing may be noted yet. */
export function hostAt(host: u32): usize {
  return hosts + <usize>host * HOST;
}

/** A host has that number now, or no longer: nothing is noted of it. */
export function emptyHost(host: u32): void {
  if (bytes == 0) hosts = take(bytes = PIECE_BYTES);
  if ((<usize>host + 1) * HOST > bytes) {
    hosts = enlarged(hosts, bytes);
    bytes *= 2;
  }
  if (host >= hostCount) hostCount = host + 1;
  store<u32>(hostAt(host), 0);
  store<i64>(hostAt(host), i64.MAX_VALUE, BOUND);
}

/** Says which host of a direction a name stands for. */
export function tellHost(name: u32, side: u32, host: i32): void {
  store<i32>(roomFor(name) + (<usize>side << 2), host);
}

/** Says how a text begins: of two with different beginnings, the one with the lower comes first. It is odd. */
export function tellOrder(text: u32, high: u32, low: u32): void {
  store<u64>(roomFor(text), (<u64>high << 32) | low, ORDER);
}

export function hasOrder(text: u32): bool {
  return load<i64>(toldOf(text), ORDER) != 0;
}

function roomFor(name: u32): usize {
  if (knownBytes == 0) known = take(knownBytes = PIECE_BYTES);
  while ((<usize>name + 1) * NAME > knownBytes) {
    known = enlarged(known, knownBytes);
    knownBytes *= 2;
  }
  return known + <usize>name * NAME;
}

/** What was told of names holds no longer. */
export function forgetHosts(): void {
  memory.fill(known, 0, knownBytes);
}

// @ts-ignore: decorators of AssemblyScript
@inline function toldOf(name: u32): usize {
  const at = <usize>name * NAME;
  return at < knownBytes ? known + at : nothing;
}

/** Adds notes from the position `from` on. Returns where it stopped: before one of whose host or text it has to be told. */
export function addNotes(from: u32, to: u32): u32 {
  for (let row = from; row < to; row++) {
    const at = ROWS + <usize>row * ROW;
    const host = hostOf(at);
    const text = name(load<u32>(at, 12));
    const order = load<i64>(toldOf(text), ORDER);
    if (host == 0 || order == 0) return row;
    if (host < 0) continue;
    const isCertificate = <i64>load<u32>(at, 8);
    const place = (order >>> 2) | (isCertificate << CERTIFICATE);
    note(hostAt(host - 1), place, text, load<i32>(at, 16), load<i32>(at, 20));
  }
  return to;
}

/** The host of a row, as it was told. */
// @ts-ignore: decorators of AssemblyScript
@inline function hostOf(row: usize): i32 {
  return load<i32>(toldOf(name(load<u32>(row, 4))) + (<usize>load<u32>(row) << 2));
}

function note(host: usize, order: i64, text: u32, firstDay: i32, lastDay: i32): void {
  if (order > load<i64>(host, BOUND)) return;
  const count = load<i32>(host);
  for (let mask = placesOf(host, text) & ((1 << count) - 1); mask != 0; mask &= mask - 1) {
    const place = ctz(mask);
    // A certificate may read as a name does.
    if (orderAt(host, place) != order) continue;
    const days = host + (<usize>place << 3);
    store<i32>(days, min(load<i32>(days, DAYS), firstDay), DAYS);
    store<i32>(days, max(load<i32>(days, DAYS + 4), lastDay), DAYS + 4);
    return;
  }
  let place = count;
  if (count == MOST) {
    place = load<i32>(host, LAST);
    if (isBehind(host, order, text, place)) return;
  } else {
    store<i32>(host, count + 1);
  }
  const at = host + (<usize>place << 3);
  store<u32>(host + (<usize>place << 2), text, TEXTS);
  store<i64>(at, order, ORDERS); store<i32>(at, firstDay, DAYS); store<i32>(at, lastDay, DAYS + 4);
  if (count + 1 >= MOST) bound(host);
}

/** A bit for each place where a text stands. */
// @ts-ignore: decorators of AssemblyScript
@inline function placesOf(host: usize, text: u32): i32 {
  const wanted = i32x4.splat(text);
  return i32x4.bitmask(i32x4.eq(v128.load(host, TEXTS), wanted)) | (i32x4.bitmask(i32x4.eq(v128.load(host, TEXTS + 16), wanted)) << 4)
    | (i32x4.bitmask(i32x4.eq(v128.load(host, TEXTS + 32), wanted)) << 8)
    | (i32x4.bitmask(i32x4.eq(v128.load(host, TEXTS + 48), wanted)) << 12);
}

// @ts-ignore: decorators of AssemblyScript
@inline function orderAt(host: usize, place: i32): i64 {
  return load<i64>(host + (<usize>place << 3), ORDERS);
}

// @ts-ignore: decorators of AssemblyScript
@inline function textAt(host: usize, place: i32): u32 {
  return load<u32>(host + (<usize>place << 2), TEXTS);
}

/** Whether a note comes behind the one at a place. */
function isBehind(host: usize, order: i64, text: u32, place: i32): bool {
  const other = orderAt(host, place);
  return order == other ? isTextBehind(text, textAt(host, place)) : order > other;
}

/** From now on nothing is kept that comes behind the last note, of a host that has all it can have. */
function bound(host: usize): void {
  const from = host + ORDERS;
  let most = v128.load(from);
  for (let at = from + 16; at < host + DAYS; at += 16) {
    const two = v128.load(at);
    most = v128.bitselect(two, most, i64x2.gt_s(two, most));
  }
  const order = max(i64x2.extract_lane(most, 0), i64x2.extract_lane(most, 1));
  const wanted = i64x2.splat(order);
  let mask: i32 = 0;
  for (let at = from; at < host + DAYS; at += 16) mask |= i64x2.bitmask(i64x2.eq(v128.load(at), wanted)) << (<i32>(at - from) >>> 3);
  let last = ctz(mask);
  // Those that begin alike.
  while ((mask &= mask - 1) != 0) if (isBehind(host, order, textAt(host, ctz(mask)), last)) last = ctz(mask);
  store<i32>(host, last, LAST);
  store<i64>(host, order, BOUND);
}
