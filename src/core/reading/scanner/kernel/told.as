// What texts mean that rows of a protocol log hold. It is asked for once (protocolLog/followedSessions.ts), and kept by the text's number.
import { HEADS, MOST_HEADS, MOST_NAMES, TOLD } from './memory';
import { NO_NAME, nameOf } from './names';
import { lists } from './positions';
import { e, s } from './rowCells';

/** Why follow() stops: nothing; a row that others have to read … */
export const NOTHING_ODD: u32 = 0;
export const ODD: u32 = 1;
/** … a text of which it was not told what it means; a row of which others have to tell what it means; there is no room left. */
export const LEARN: u32 = 2;
export const LOOK: u32 = 3;
export const FULL: u32 = 4;
/** … news, or notes of hosts, are to be taken first. */
export const NEWS_FIRST: u32 = 5;
export const MANY_NOTES: u32 = 6;
/** … sessions of the row's kind have none here (scopes.as). */
export const NEW_KIND: u32 = 7;
export let stopped: u32 = 0;
/** The text. */
export let table: u32 = 0;
export let text: u32 = 0;

// @ts-ignore: decorators of AssemblyScript
@inline export function stop(reason: u32): void {
  stopped = reason;
}

/** Tables of what texts mean, plus 1; 0 where that was not told. */
export const COMMANDS: u32 = 0;
export const REPLIES: u32 = 1;
export const NOTES: u32 = 2;
export const WHOLE_COMMANDS: u32 = 3;
export const WHOLE_REPLIES: u32 = 4;
export const WHOLE_NOTES: u32 = 5;
export const CIPHERS: u32 = 6;
export const SMALL: u32 = 7;
export const HOST_NAMES: u32 = 8;
/** Not told, but given: positions of hosts among the texts of notes (hostNotes.as). */
export const NOTED_HOSTS: u32 = 9;
/** … of this log alone. */
export const CONNECTORS: u32 = 10;
const TABLES: u32 = 11;

/** What a head means of which the rest decides. */
export const LOOK_WHOLE: u32 = 0xff;
/** How many bytes a head has. */
export const HEAD: usize = 8;
const SPACE: u64 = 32;

/** Texts with these numbers, or higher ones, were told nothing of. */
let most: u32 = 0;
/** What they were told for: the lists that positions stand for, and which kind of log. */
let since: u32 = 0;
let receives: bool = false;

/** A stretch begins; true where it is of the same kind of log as the one before, of which it is known what texts mean. */
export function beginTold(isReceive: bool): bool {
  const isKnown = since == lists && receives == isReceive;
  for (let table = isKnown ? CONNECTORS : 0; table < TABLES; table++) memory.fill(toldAt(table, 0), 0, <usize>most * 4);
  if (isKnown) return true;
  memory.fill(HEADS, 0, <usize>MOST_HEADS * 16);
  most = 0; since = lists; receives = isReceive;
  return false;
}

/** Says what a text means. */
export function learn(table: u32, name: u32, value: u32): void {
  store<u32>(placeAt(table, name), value + 1);
}

/** Where something is to be kept by a text's number. */
export function placeAt(table: u32, name: u32): usize {
  if (name >= most) most = name + 1;
  return toldAt(table, name);
}

// @ts-ignore: decorators of AssemblyScript
@inline function toldAt(table: u32, name: u32): usize {
  return TOLD + (<usize>table * <usize>MOST_NAMES + <usize>name) * 4;
}

/** What a text means; `stopped` says so where that was not told. */
export function toldOf(inTable: u32, name: u32): u32 {
  if (name == NO_NAME) { stopped = LOOK; return 0; }
  const told = load<u32>(toldAt(inTable, name));
  if (told == 0) { stopped = LEARN; table = inTable; text = name; return 0; }
  return told - 1;
}

/**
 * What the first eight bytes of the cell mean that is located, or all of a shorter one, and of a command of just so many; 0 also where
 * that has to be told by others. Most are few different ones, which are told without looking for their number.
 */
// @ts-ignore: decorators of AssemblyScript
@inline export function head(inTable: u32, from: usize, to: usize, isDoubled: bool): u32 {
  const length = to - from;
  // Behind a shorter text all is 0.
  const units = length >= HEAD ? load<u64>(from) : load<u64>(from) & ((<u64>1 << (<u64>length * 8)) - 1);
  const doubled = isDoubled ? units ^ 0x2222222222222222 : ~<u64>0;
  if ((units | ((doubled - 0x0101010101010101) & ~doubled)) & 0x8080808080808080) return look();
  const tag = inTable + 1 + (<u32>(length > HEAD ? HEAD + 1 : length) << 4);
  // Behind a verb of four letters stands what is seldom the same twice: a chunk's size, a host's name. The verb tells what it means.
  const key = inTable == COMMANDS && (units >> 32 & 0xff) == SPACE ? units & 0xffffffffff : units;
  const at = HEADS + <usize>((((<u32>(key >> 32) ^ <u32>key) * 0x9e3779b1) >>> 20) + inTable & (MOST_HEADS - 1)) * 16;
  return load<u64>(at) == key && load<u32>(at, 8) == tag ? load<u32>(at, 12) : newHead(inTable, key, tag, at);
}

function newHead(inTable: u32, key: u64, tag: u32, at: usize): u32 {
  let told = toldOf(inTable, nameOf(s, e - s > HEAD ? s + HEAD : e));
  if (told == LOOK_WHOLE && inTable == COMMANDS && e - s == HEAD) told = toldOf(WHOLE_COMMANDS, nameOf(s, e));
  if (stopped == NOTHING_ODD) {
    store<u64>(at, key); store<u32>(at, tag, 8); store<u32>(at, told, 12);
  }
  return told;
}

/** Others have to look at the row. */
export function look(): u32 {
  stopped = LOOK;
  return 0;
}
