// Adds up what rows tell of messages: which are known (ledger.as), who stood at the other side (peers.as), what days gained (dayGains.as).
// What is rare is added by TypeScript, over the same memory: addingKernel.ts lists what it calls.
export { begin } from './begin';
export { bookRow, bookRows, enterFile } from './booking';
export { beginCensus, census, censusDay, endCensus, groupPeers } from './census';
export { collect } from './counted';
export { addCrossings, cross, wantNumbers } from './crossings';
export { forgetGains } from './dayGains';
export { setFlow } from './flows';
export {
  book, claim, day, file, find, isShared, keyHigh, keyLow, line, messages, peer, seen, setDay, setLine, setPeer, setSeen, share,
} from './ledger';
export { beginFile } from './lines';
export { HEADER, MOST_ROW_NUMBERS, PIECE_BYTES, ROWS } from './memory';
export { namesInUse, rename } from './names';
export { addNotes, emptyHost, forgetHosts, hasOrder, hostAt, tellHost, tellOrder } from './notes';
export { addPassings, see } from './passings';
export { countPeer, foldIfCrowded, uncountPeer } from './peers';
export { beginStep, ledgerBytes, toNextEntry, walked } from './segment';
export { FIRST_ITEM, ITEM, PEER as PEER_OF_ITEM, severalPieces } from './several';
