// The kernel for units of one byte: protocol logs are written in UTF-8, so that it alone follows their sessions.
export { remote } from './endpoints';
export { beginFollowing, follow, followed, place } from './follow';
export { forgetNotes, noted, placeNotes } from './hostNotes';
export { MESSAGES, NEWS, NOTES } from './memory';
export { forgetNews, messagesEnd, newsEnd, placeMessages } from './news';
export { partsEnd, writeParts } from './parts';
export { answer, certificates } from './rowMeaning';
export { leave, leaveNone, nextSlot, open, openFrom } from './sessions';
export { learn, stopped, table, text } from './told';
export { asked, learnKind, tellScopes } from './scopes';
// What both kernels have comes last: they are packed one behind the other, and so what they share lies near to each other.
export * from './kernel';
