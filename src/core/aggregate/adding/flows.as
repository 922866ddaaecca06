// What has to be known of flows (flowTable.ts) to tell a message's connectors apart.
import { PIECE_BYTES, enlarged, take } from './memory';

/**
 * A number for those that count a message by themselves: one direction, one server's Hub service; whether rows do not tell the
 * connector.
 */
const GROUP: usize = 0;
const IS_UNTOLD: usize = 4;
/** Numbers in the order of connectors' keys, and in that of servers whose tracking logs tell of them, of which none is the first. */
const KEY: usize = 8;
const TRACKER: usize = 16;
/** The same for all flows of a connector. */
const CONNECTOR: usize = 24;
const WIDTH: usize = 32;

let table: usize = 0;
let bytes: usize = PIECE_BYTES;

export function setFlow(flow: u32, group: u32, isUntold: u32, connector: u32, key: f64, tracker: f64): void {
  if (table == 0) table = take(bytes);
  while ((<usize>flow + 1) * WIDTH > bytes) {
    table = enlarged(table, bytes);
    bytes *= 2;
  }
  const at = table + <usize>flow * WIDTH;
  store<u32>(at, group, GROUP); store<u32>(at, isUntold, IS_UNTOLD); store<f64>(at, key, KEY); store<f64>(at, tracker, TRACKER);
  store<u32>(at, connector, CONNECTOR);
}

// @ts-ignore: decorators of AssemblyScript
@inline export function groupOf(flow: u32): u32 {
  return load<u32>(table + <usize>flow * WIDTH, GROUP);
}

// @ts-ignore: decorators of AssemblyScript
@inline export function isUntold(flow: u32): bool {
  return load<u32>(table + <usize>flow * WIDTH, IS_UNTOLD) != 0;
}

// @ts-ignore: decorators of AssemblyScript
@inline export function keyOf(flow: u32): f64 {
  return load<f64>(table + <usize>flow * WIDTH, KEY);
}

// @ts-ignore: decorators of AssemblyScript
@inline export function trackerOf(flow: u32): f64 {
  return load<f64>(table + <usize>flow * WIDTH, TRACKER);
}

// @ts-ignore: decorators of AssemblyScript
@inline export function connectorOf(flow: u32): u32 {
  return load<u32>(table + <usize>flow * WIDTH, CONNECTOR);
}
