// The whole kernel: what the build compiles.
export { domainIn, hostIn } from './address';
export { wantItems } from './items';
export { INPUT, ENDS, ROWS, PLAN, KEYS, PLACES } from './memory';
export { forget, isCrowded, nameOf, names } from './names';
export { begin, fingerprint, line, plan, project, quoteIn } from './project';
export { filled, misplaced, records, scan, stop } from './scan';
