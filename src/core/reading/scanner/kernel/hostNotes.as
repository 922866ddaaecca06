// What hosts said of themselves: each thing once, with the days of it, until others take it (facts/hostNoteList.ts).
import { MOST_NOTES, NOTES, NOTE_SLOTS } from './memory';

/** A note is six numbers: side, host, whether it is a certificate, text, first and last day. */
const NOTE: usize = 24;
const SLOTS: u32 = MOST_NOTES << 1;

/** How many there are. */
export let noted: u32 = 0;

/** All have been taken. */
export function forgetNotes(): void {
  memory.fill(NOTE_SLOTS, 0, <usize>SLOTS * 4);
  noted = 0;
}

/** A host says something of itself; there has to be room. */
export function noteHost(side: u32, host: i32, isCertificate: u32, text: i32, day: i32): void {
  let slot = ((host * 0x9e3779b1) ^ (text * 0x85ebca6b) + isCertificate) >>> 16 & (SLOTS - 1);
  while (true) {
    const known = load<u32>(NOTE_SLOTS + <usize>slot * 4);
    const at = NOTES + <usize>(known == 0 ? noted : known - 1) * NOTE;
    if (known == 0) {
      store<u32>(NOTE_SLOTS + <usize>slot * 4, ++noted);
      store<u32>(at, side); store<i32>(at, host, 4); store<u32>(at, isCertificate, 8); store<i32>(at, text, 12);
      store<i32>(at, day, 16); store<i32>(at, day, 20);
      return;
    }
    if (load<i32>(at, 4) == host && load<i32>(at, 12) == text && load<u32>(at, 8) == isCertificate) {
      if (day < load<i32>(at, 16)) store<i32>(at, day, 16);
      if (day > load<i32>(at, 20)) store<i32>(at, day, 20);
      return;
    }
    slot = (slot + 1) & (SLOTS - 1);
  }
}
