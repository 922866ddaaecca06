// The whole kernel: what the build compiles.
export { domainIn, hostIn } from './address';
export { fingerprint } from './fingerprint';
export { wantItems } from './items';
export { INPUT, ENDS, ROWS, PASSINGS, PASSING_NAMES, CROSSINGS, CROSSING_PLAN, PLAN, KEYS, PLACES } from './memory';
export { forget, isCrowded, nameOf, names } from './names';
export { crossed } from './crossings';
export { forgetPassings, passed, tells, wantPassings } from './passings';
export { begin, breaksIn, line, plan, project, quoteIn, reached } from './project';
export { filled, misplaced, records, scan, stop } from './scan';
