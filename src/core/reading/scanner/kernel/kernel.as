// The whole kernel: what the build compiles.
export { hashLow } from './identity';
export { wantItems } from './items';
export { INPUT, ENDS, ROWS, PLAN, KEYS, PLACES } from './memory';
export { forget, isCrowded, nameOf, names } from './names';
export { begin, line, plan, project } from './project';
export { filled, misplaced, records, scan, stop } from './scan';
