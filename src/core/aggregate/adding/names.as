// Which names of hosts, senders and ciphers are told of yet, and other numbers for them: peerTable.ts has the texts.
import { HEADER, PIECE_BYTES, giveBack, take } from './memory';
import { TEXTS, forgetHosts, hostAt, hostCount } from './notes';
import { CIPHER, HOST, SIZE as PEERS, indexPeers, rowAt } from './peers';
import { FIRST_ITEM, ITEM, severalPieces } from './several';

let table: usize = 0;
let bytes: usize = 0;

/**
 * Makes a table of so many numbers, one for each name: 1 for those that peers, messages over several connectors, or notes have.
 * Returns where it is.
 */
export function namesInUse(count: u32): usize {
  bytes = (<usize>count * 4 + PIECE_BYTES - 1) & ~(PIECE_BYTES - 1);
  table = take(bytes);
  forAll(false);
  return table;
}

/** Puts the numbers that the table says in the place of all, and lets it go. */
export function rename(): void {
  forAll(true);
  giveBack(table, bytes);
  indexPeers();
  forgetHosts();
}

function forAll(isRenamed: bool): void {
  for (let place: u32 = 0; place < load<u32>(HEADER, PEERS); place++) forNames(rowAt(place), isRenamed);
  for (let piece = severalPieces; piece != 0; piece = <usize>load<u32>(piece)) {
    for (let item = piece + FIRST_ITEM; item + ITEM <= piece + PIECE_BYTES; item += ITEM) forNames(item, isRenamed);
  }
  for (let host: u32 = 0; host < hostCount; host++) {
    const from = hostAt(host) + TEXTS;
    const end = from + (<usize>load<u32>(hostAt(host)) << 2);
    for (let text = from; text < end; text += 4) forName(text, isRenamed);
  }
}

function forNames(told: usize, isRenamed: bool): void {
  for (let at = told + HOST; at <= told + CIPHER; at += 4) forName(at, isRenamed);
}

function forName(at: usize, isRenamed: bool): void {
  const entry = table + (<usize>load<u32>(at) << 2);
  if (isRenamed) store<u32>(at, load<u32>(entry));
  else store<u32>(entry, 1);
}
