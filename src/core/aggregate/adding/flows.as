// What has to be known of flows (flowTable.ts) to tell a message's connectors apart.
import { PIECE_BYTES, enlarged, take } from './memory';

/** A number for those that count a message by themselves: one direction, one server's Hub service; … */
const GROUP: usize = 0;
/** … where the connector comes among all by its key; … */
const KEY: usize = 4;
/** … where the server comes whose tracking log tells of it, 0 where none does; whether rows do not tell the connector. */
const TRACKED: usize = 8;
const IS_UNTOLD: usize = 12;
const WIDTH: usize = 16;

let table: usize = 0;
let bytes: usize = PIECE_BYTES;

export function setFlow(flow: u32, group: u32, key: u32, tracked: u32, isUntold: u32): void {
  if (table == 0) table = take(bytes);
  while ((<usize>flow + 1) * WIDTH > bytes) {
    table = enlarged(table, bytes);
    bytes *= 2;
  }
  const at = table + <usize>flow * WIDTH;
  store<u32>(at, group, GROUP); store<u32>(at, key, KEY); store<u32>(at, tracked, TRACKED); store<u32>(at, isUntold, IS_UNTOLD);
}

// @ts-ignore: decorators of AssemblyScript
@inline export function groupOf(flow: u32): u32 {
  return load<u32>(table + <usize>flow * WIDTH, GROUP);
}

// @ts-ignore: decorators of AssemblyScript
@inline export function keyOf(flow: u32): u32 {
  return load<u32>(table + <usize>flow * WIDTH, KEY);
}

// @ts-ignore: decorators of AssemblyScript
@inline export function trackedOf(flow: u32): u32 {
  return load<u32>(table + <usize>flow * WIDTH, TRACKED);
}

// @ts-ignore: decorators of AssemblyScript
@inline export function isUntold(flow: u32): bool {
  return load<u32>(table + <usize>flow * WIDTH, IS_UNTOLD) != 0;
}
