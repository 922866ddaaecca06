/** A word of a line that names a TLS version or a cipher. `start` and `end` are UTF-16 positions in the line. */
export interface TlsWord {
  readonly kind: 'version' | 'cipher';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const VERSION =
  /\b(?:SP_PROT[-_](?:SSL|TLS)\d(?:_\d)?(?:_(?:SERVER|CLIENT))?|SSLv?[ _]?[23](?:\.0)?|TLSv?[ _]?1(?:[._]\d)?)(?![._]?\d)/gi;
/** As Exchange, standards and OpenSSL name them. */
const CIPHER = /\b(?:CALG_\w+|TLS_(?=[A-Z0-9]+_)\w+|(?:EC)?DHE-\w[\w-]*|AES\d+-\w[\w-]*|DES-CBC3?-\w+|RC4-\w+)/g;

/** Longer than any such word: no more of a line is looked at, to either side. */
const AROUND = 100;

/** The word at a position of a line; undefined where there is none. */
export function tlsWordAt(line: string, position: number): TlsWord | undefined {
  const from = Math.max(0, position - AROUND);
  const text = line.slice(from, position + AROUND);
  const word = find(text, position - from, VERSION, 'version') ?? find(text, position - from, CIPHER, 'cipher');
  return word && { ...word, start: word.start + from, end: word.end + from };
}

function find(line: string, position: number, pattern: RegExp, kind: TlsWord['kind']): TlsWord | undefined {
  for (const match of line.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (match.index <= position && position <= end) {
      return { kind, text: match[0], start: match.index, end };
    }
    if (match.index > position) {
      break;
    }
  }
  return undefined;
}
