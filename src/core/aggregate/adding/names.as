// Which names of hosts, senders and ciphers are told of yet, and other numbers for them: peerTable.ts has the texts.
import { HEADER, PIECE_BYTES, giveBack, take } from './memory';
import { CIPHER, HOST, SIZE as PEERS, indexPeers, rowAt } from './peers';
import { FIRST_ITEM, ITEM, severalPieces } from './several';

let table: usize = 0;
let bytes: usize = 0;

/**
 * Makes a table of so many numbers, one for each name: 1 for those that peers, or messages over several connectors, have.
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
}

function forAll(isRenamed: bool): void {
  for (let place: u32 = 0; place < load<u32>(HEADER, PEERS); place++) forNames(rowAt(place), isRenamed);
  for (let piece = severalPieces; piece != 0; piece = <usize>load<u32>(piece)) {
    for (let item = piece + FIRST_ITEM; item + ITEM <= piece + PIECE_BYTES; item += ITEM) forNames(item, isRenamed);
  }
}

function forNames(told: usize, isRenamed: bool): void {
  for (let at = told + HOST; at <= told + CIPHER; at += 4) {
    const entry = table + (<usize>load<u32>(at) << 2);
    if (isRenamed) store<u32>(at, load<u32>(entry));
    else store<u32>(entry, 1);
  }
}
