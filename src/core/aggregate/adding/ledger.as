// Which messages are known, and as what each is counted now: messageLedger.ts tells more. The ledger stands at one message at a time.
import { HEAD, LINE, STATE, at, era, insert, partHere, search, setEra } from './segment';

/** Of the number at HEAD: the file of the book-keeping plus 1, what its rows showed, and whether files share the message. */
const FILE: u32 = 4;
const FILE_FLAGS: u32 = 0x0e;
const SHARED: u32 = 0x01;
const NO_FILE: u32 = 1 << FILE;
/** Peer in the upper 22 bits, what rows showed in two, the lower half of the day. */
const PEER: u32 = 10;
const SEEN: u32 = 0x300;
/**
 * In place of a peer: the message is among those with several connectors, and has the address of the first group of them in
 * place of a line.
 */
export const SEVERAL: u32 = 0x3fffff;
/** What rows may show (facts.ts). */
export const HOP: u32 = 1;

/** The day that the numbers kept of days are counted from: such that those around the first one fit into a byte. */
let firstDay: i32 = 0;
let hasDays: bool = false;
/** How many messages are known. */
export let messages: u32 = 0;

/** Goes to a message: true where it is known. */
export function find(high: i32, low: i32): bool {
  return search(high, low);
}

/** Goes to a message, which becomes known. */
export function claim(high: i32, low: i32): void {
  if (search(high, low)) return;
  insert(NO_FILE);
  messages++;
}

export function keyHigh(): u32 {
  return (partHere() << 24) | (load<u32>(at, HEAD) >>> 8);
}

export function keyLow(): u32 {
  return load<u32>(at);
}

export function peer(): u32 {
  return load<u32>(at, STATE) >>> PEER;
}

export function setPeer(to: u32): void {
  store<u32>(at, (to << PEER) | (load<u32>(at, STATE) & (SEEN | 0xff)), STATE);
}

export function seen(): u32 {
  return (load<u32>(at, STATE) & SEEN) >>> 8;
}

export function setSeen(to: u32): void {
  store<u32>(at, (load<u32>(at, STATE) & ~SEEN) | (to << 8), STATE);
}

export function day(): i32 {
  return ((load<u32>(at, STATE) & 0xff | (era() << 8)) + firstDay) & 0xffff;
}

export function setDay(to: i32): void {
  if (!hasDays) {
    firstDay = to - 0x80;
    hasDays = true;
  }
  const since = <u32>(to - firstDay) & 0xffff;
  store<u32>(at, (load<u32>(at, STATE) & ~0xff) | (since & 0xff), STATE);
  setEra(since >>> 8);
}

export function line(): u32 {
  return load<u32>(at, LINE);
}

export function setLine(to: u32): void {
  store<u32>(at, to, LINE);
}

export function isShared(): bool {
  return (load<u32>(at, HEAD) & SHARED) != 0;
}

export function share(): void {
  store<u32>(at, load<u32>(at, HEAD) | SHARED, HEAD);
}

export function file(): i32 {
  return <i32>((load<u32>(at, HEAD) >>> FILE) & 0x0f) - 1;
}

export function fileFlags(): u32 {
  return (load<u32>(at, HEAD) & FILE_FLAGS) >>> 1;
}

export function book(file: i32, flags: u32): void {
  store<u32>(at, (load<u32>(at, HEAD) & (~0xff | SHARED)) | (<u32>(file + 1) << FILE) | (flags << 1), HEAD);
}

/** No connector counts the message, and no row but hops within tells of it. */
// @ts-ignore: decorators of AssemblyScript
@inline export function isInternal(): bool {
  return (load<u32>(at, STATE) & ~(<u32>0xff)) == HOP << 8;
}
