// Adds up what rows tell of messages: which are known (ledger.as), who stood at the other side (peers.as), what days gained (dayGains.as).
// What is rare is added by TypeScript, over the same memory: addingKernel.ts lists what it calls.
export { bookRow, bookRows, enterFile } from './booking';
export { addToCensus, beginCensus, census, censusDay, endCensus } from './census';
export { addCrossings, cross, wantNumbers } from './crossings';
export { forgetGains } from './dayGains';
export {
  book, claim, collect, day, file, fileFlags, find, isShared, keyHigh, keyLow, line, messages, peer, seen, setDay, setLine, setPeer, setSeen, share,
} from './ledger';
export { beginFile } from './lines';
export { addPassings, see } from './passings';
export { beginPeers, countPeer, indexPeers, peerOf, uncountPeer } from './peers';
export { goTo, ledgerBytes, places } from './segment';
