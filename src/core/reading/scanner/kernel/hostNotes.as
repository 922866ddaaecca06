// What hosts said of themselves: each thing once, with the days of it, until others take it (facts/hostNoteList.ts).
import { MOST_NOTES, NOTES, NOTE_SLOTS } from './memory';
import { positionAt, positionsFrom } from './positions';
import { NOTED_HOSTS, placeAt } from './told';

/** A note is six numbers: side, host, whether it is a certificate, text, first and last day. */
const NOTE: usize = 24;
const SLOTS: u32 = MOST_NOTES << 1;
/** A slot holds the number of a note, and above it a part of its hash: most others are told by that. */
const NUMBER: u32 = 0xffff;

/** How many there are. */
export let noted: u32 = 0;

/** All have been taken. */
export function forgetNotes(): void {
  memory.fill(NOTE_SLOTS, 0, <usize>SLOTS * 4);
  noted = 0;
}

/** Puts positions in place of the numbers of hosts, before all are taken; `next`: the first position that is free. */
export function placeNotes(next: u32): void {
  positionsFrom(next);
  for (let at = NOTES, end = NOTES + <usize>noted * NOTE; at < end; at += NOTE) {
    const host = load<u32>(at, 4);
    store<u32>(at, positionAt(placeAt(NOTED_HOSTS, host), host), 4);
  }
}

/** A host says something of itself, a text with this position; there has to be room. */
export function noteHost(side: u32, host: u32, isCertificate: u32, text: u32, day: i32): void {
  const hash = (host * 0x9e3779b1) ^ (text * 0x85ebca6b) + isCertificate;
  let slot = hash >>> 16 & (SLOTS - 1);
  while (true) {
    const known = load<u32>(NOTE_SLOTS + <usize>slot * 4);
    if (known == 0) {
      const at = NOTES + <usize>noted * NOTE;
      store<u32>(NOTE_SLOTS + <usize>slot * 4, (hash << 16) | ++noted);
      store<u32>(at, side); store<u32>(at, host, 4); store<u32>(at, isCertificate, 8); store<u32>(at, text, 12);
      store<i32>(at, day, 16); store<i32>(at, day, 20);
      return;
    }
    const at = NOTES + <usize>((known & NUMBER) - 1) * NOTE;
    if (known >>> 16 == (hash & 0xffff) && load<u32>(at, 4) == host && load<u32>(at, 12) == text && load<u32>(at, 8) == isCertificate) {
      if (day < load<i32>(at, 16)) store<i32>(at, day, 16);
      if (day > load<i32>(at, 20)) store<i32>(at, day, 20);
      return;
    }
    slot = (slot + 1) & (SLOTS - 1);
  }
}
