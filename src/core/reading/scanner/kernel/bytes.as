// The kernel for units of one byte: protocol logs are written in UTF-8, so that it alone follows their sessions.
export * from './kernel';
export { answer, beginFollowing, certificates, follow, followed, learn, place, remote, stopped, table, text } from './follow';
export { COLUMNS, NEWS } from './memory';
export { newsEnd, scope, tellScopes } from './transfers';
export { leave, leaveNone, nextSlot, open, openFrom } from './sessions';
