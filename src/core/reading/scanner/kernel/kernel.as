// The whole kernel: what the build compiles.
export { domainIn, hostIn } from './address';
export { fingerprint } from './fingerprint';
export { wantItems } from './items';
export { INPUT, ENDS, ROWS, PASSINGS, PASSING_NAMES, CROSSINGS, CROSSING_PLAN, FRESH_NAMES, FRESH_WAYS, PLAN, KEYS, PLACES } from './memory';
export { forget, isCrowded, nameOf, names } from './names';
export { crossed, settle } from './crossings';
export { beginNoting, forgetPassings, passed, tells, wantPassings } from './passings';
export { forgetPositions, freshNames, takenNames } from './positions';
export { begin, breaksIn, line, plan, project, quoteIn, reached, seen } from './project';
export { freshWays } from './ways';
export { filled, misplaced, records, scan, stop } from './scan';
