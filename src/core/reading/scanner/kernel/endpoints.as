// The endpoints that the row of a protocol log tells (follow.as).
import { hostIn } from './address';
import { NO_NAME, nameOf } from './names';
import { LOCAL_ENDPOINT, REMOTE_ENDPOINT, e, locate, quoted, s } from './rowCells';

/** The remote host of the row's session; -1 where none is told. */
export let remote: i32 = -1;
/** What is told of the local endpoint, and of the server by it; -1 where it is not. */
export let local: i32 = -1;
export let server: i32 = -1;

/** The session has told its remote host, or has told none so far. */
// @ts-ignore: decorators of AssemblyScript
@inline export function knowRemote(host: i32): void {
  remote = host;
}

/** Reads the remote host; false where it is odd. */
export function readRemote(): bool {
  remote = -1;
  locate(REMOTE_ENDPOINT);
  if (e <= s) return true;
  if (!quoted) remote = <i32>hostIn(s, e);
  return remote != -1;
}

/** Reads the local endpoint, of which that was known; false where it is odd. A receive log's sessions keep the endpoint itself. */
export function readLocal(knownLocal: i32, knownServer: i32, isReceive: bool, isToldByLocal: bool): bool {
  local = knownLocal; server = knownServer;
  locate(LOCAL_ENDPOINT);
  if (e <= s) return true;
  if (isReceive && local < 0) local = <i32>nameOf(s, e);
  if (isToldByLocal) {
    const host = quoted ? NO_NAME : hostIn(s, e);
    if (host == NO_NAME || (server >= 0 && host != <u32>server)) return false;
    server = <i32>host;
  }
  return !isReceive || local != -1;
}
