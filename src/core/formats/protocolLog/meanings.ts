import { parseTlsVersion } from '../../model/tls';

/**
 * What a row of a session means for counting, as one number: a kind, and for replies and TLS lines what goes with it.
 * Commands are those that one reply answers.
 */
export const Kind = {
  otherCommand: 1,
  startTls: 2,
  anonymousTls: 3,
  mail: 4,
  data: 5,
  chunk: 6,
  lastChunk: 7,
  /** The last line of a reply; bits 8 to 17 are its code. */
  reply: 8,
  /** A TLS session began; bits 8 to 11 are the TLS state. */
  tls: 9,
  tlsFailed: 10,
  disconnect: 11,
} as const;

/** Exchange's own words for having taken over a message. */
export const ACCEPTS = 1 << 20;
/** The greeting, the first thing that a server says. */
export const GREETS = 1 << 21;
/** The other side may say who it is (introductions.ts); such a row need not matter for counting. */
export const INTRODUCES = 1 << 22;
/** So may it with a row about a certificate that goes on from others of its session. */
export const GOES_ON = 1 << 23;
/** Either of the two. */
export const MAY_INTRODUCE = INTRODUCES | GOES_ON;
/** The row does not matter for counting. */
export const NOTHING = 0;
/** The head of the text does not tell … */
export const LOOK = 0xff;
/** … but it begins as Exchange's own words for having taken over a message do … */
export const LOOK_ACCEPTS = 0xfe;
/** … but it begins as BDAT does, whose end tells the last chunk. */
export const LOOK_CHUNK = 0xfd;

export function kindOf(meaning: number): number {
  return meaning & 0xff;
}

/** The code of a reply, or the TLS state. */
export function detailOf(meaning: number): number {
  return (meaning >> 8) & 0x3ff;
}

const VERB = /^(EHLO|HELO|LHLO|STARTTLS|MAIL|RCPT|DATA|BDAT|RSET|NOOP|QUIT|AUTH|VRFY|EXPN|HELP|X[-A-Z0-9]+)\b/i;
const LAST_CHUNK = /\bLAST\s*$/i;
const REPLY = /^\d{3}(?![-\d])/;
const ACCEPTING = /^250 2\.6\.0 (?!CHUNK received OK)/i;
/** Enhanced status codes are not allowed in a greeting (RFC 2034), so that it differs from STARTTLS's reply. */
const GREETING = /^220 (?!2\.\d\.\d)/;
/** The constant behind it names the version: SP_PROT_TLS1_2_SERVER, SP_PROT-TLS1_0_CLIENT, SP_PROT_SSL3_SERVER. */
const TLS_PROTOCOL = /^TLS protocol\s+(\S+)/i;
const CIPHER = /bulk encryption algorithm\s+(\S+)/i;

const KIND_OF_VERB: ReadonlyMap<string, number> = new Map<string, number>([
  ['STARTTLS', Kind.startTls],
  ['X-ANONYMOUSTLS', Kind.anonymousTls],
  ['MAIL', Kind.mail],
  ['DATA', Kind.data],
  ['BDAT', Kind.chunk],
]);

/** What the client says (`<` in receive logs, `>` in send logs). */
export function meaningOfCommand(text: string): number {
  const verb = VERB.exec(text)?.[1]?.toUpperCase();
  if (verb === undefined) {
    return NOTHING;
  }
  const kind = KIND_OF_VERB.get(verb) ?? Kind.otherCommand;
  return kind === Kind.chunk && LAST_CHUNK.test(text) ? Kind.lastChunk : kind;
}

/** What the server answers. */
export function meaningOfReply(text: string): number {
  if (!REPLY.test(text)) {
    return NOTHING;
  }
  const code = Number(text.slice(0, 3));
  return Kind.reply | (code << 8) | (ACCEPTING.test(text) ? ACCEPTS : 0) | (GREETING.test(text) ? GREETS : 0);
}

/** What Exchange notes; the TLS line stands in the row's context. */
export function meaningOfNote(text: string): number {
  if (/^TLS negotiation failed/i.test(text)) {
    return Kind.tlsFailed;
  }
  const protocol = TLS_PROTOCOL.exec(text)?.[1];
  return protocol === undefined ? NOTHING : Kind.tls | (parseTlsVersion(protocol) << 8);
}

/** The cipher that a TLS line names; empty where it names none. */
export function cipherOf(text: string): string {
  return CIPHER.exec(text)?.[1] ?? '';
}

/** Behind this many characters a text's head ends. */
const HEAD = 8;

/** What a text means whose first {@link HEAD} characters these are: {@link LOOK} where the rest decides. */
export function meaningOfCommandHead(head: string): number {
  if (head.length < HEAD) {
    return meaningOfCommand(head);
  }
  const verb = VERB.exec(head)?.[1];
  if (verb === undefined) {
    // A verb that goes on behind the head, or one that ends with it.
    return /^(STARTTLS|X)/i.test(head) ? LOOK : NOTHING;
  }
  const kind = meaningOfCommand(head);
  return verb.length === HEAD ? LOOK : kind === Kind.chunk ? LOOK_CHUNK : kind;
}

export function meaningOfReplyHead(head: string): number {
  if (head === '250 2.6.') {
    return LOOK_ACCEPTS;
  }
  return head.length === HEAD && /^220 2\.\d\./.test(head) ? LOOK : meaningOfReply(head);
}

export function meaningOfNoteHead(head: string): number {
  return head.length === HEAD && /^TLS (nego|prot)/i.test(head) ? LOOK : NOTHING;
}
