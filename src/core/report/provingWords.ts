/** What may be shown of a line whose names are not to be told: when it was, and the words that prove how mail travelled. */
const PROVING = [
  /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?Z?/,
  /\b(?:SMTP|RECEIVE|SENDEXTERNAL|EHLO|STARTTLS|X-ANONYMOUSTLS|BDAT|DATA)\b/,
  /\b[245]\d\d \d\.\d\.\d\b/,
  /\b(?:tlsversion|tlscipher|version|cipher)=(?=SP_PROT_|CALG_|TLS|SSL)/,
  /\bTLS protocol\b/,
  /\bSP_PROT_(?:TLS|SSL)\d(?:_\d)?(?:_(?:SERVER|CLIENT))?\b/,
  /\bCALG_(?:3DES|AES_\d{3}|AES|RC[24]|DES|SHA(?:_?\d{1,3})?|MD5|ECDHE?(?:_EPHEM)?|DH_EPHEM|RSA_KEYX)\b/,
  /\bTLSv?[ _]?1[._][0-3]\b/,
  /\bTLS(?:_[A-Z0-9]{2,9}){2,8}\b/,
];

const WORDS = new RegExp(PROVING.map(({ source }) => source).join('|'), 'g');

/** The words of a line that prove a TLS state and name nobody, in their order; three points stand for all between them. */
export function provingWords(text: string): string {
  let words = '';
  let end = 0;
  for (const match of text.matchAll(WORDS)) {
    words += (words === '' || match.index === end ? '' : ' … ') + match[0];
    end = match.index + match[0].length;
  }
  return words;
}

/** A part of a line's text; `isProof`: the words that tell how mail travelled. */
export interface LinePart {
  readonly text: string;
  readonly isProof: boolean;
}

/** The words behind the first three kinds tell when and what, not how. */
const TELLING = new RegExp(
  PROVING.slice(3)
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** A line's text in parts, so that the words that prove something can stand out. */
export function provingParts(text: string): LinePart[] {
  const parts: LinePart[] = [];
  let end = 0;
  for (const match of text.matchAll(TELLING)) {
    parts.push({ text: text.slice(end, match.index), isProof: false }, { text: match[0], isProof: true });
    end = match.index + match[0].length;
  }
  return [...parts, { text: text.slice(end), isProof: false }].filter((part) => part.text !== '');
}
