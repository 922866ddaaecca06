import { markdownText } from '../export/markdown/markdownText';
import { isWeakCipher } from '../insights/rules/weakCipher';
import { parseTlsVersion, TLS_STATES, Tls } from '../model/tls';
import { fill } from '../report/wording';
import type { DocumentStrings } from './documentWording';
import type { TlsWord } from './tlsWords';

/** A page of the package that says more (docs/rules). */
export type GuidancePage = 'upgrading-tls' | 'weak-cipher';

/** What a word means, in Markdown. */
export interface Explained {
  readonly markdown: string;
  /** Where something is to be done about it. */
  readonly page?: GuidancePage;
}

/** Versions that are given up. */
const OLD: ReadonlySet<Tls> = new Set<Tls>([Tls.ssl30, Tls.tls10, Tls.tls11]);
const ABOUT_VERSION = ['ssl3.0', 'tls', 'tls1.0', 'tls1.1', 'tls1.2', 'tls1.3'] as const;
/** The line with which Exchange says that a TLS session begins. */
const BEGINS = /\bTLS protocol\b.*\bnegotiation succeeded\b/i;

/** Explains a TLS version or a cipher that stands in `line`; undefined where nothing is known of it. */
export function explainTlsWord(word: TlsWord, line: string, strings: DocumentStrings): Explained | undefined {
  return word.kind === 'version' ? explainVersion(word.text, line, strings) : explainCipher(word.text, strings);
}

function explainVersion(text: string, line: string, strings: DocumentStrings): Explained | undefined {
  const tls = parseTlsVersion(text);
  const state = ABOUT_VERSION.find((name) => name === TLS_STATES[tls]);
  if (state === undefined) {
    return undefined;
  }
  const isOld = OLD.has(tls);
  const sentences = [
    strings[`version.${state}`],
    ...(isOld ? [strings['version.advice']] : []),
    ...(/_SERVER$/i.test(text) ? [strings['version.sameSide']] : []),
    ...(/_CLIENT$/i.test(text) ? [strings['version.otherSide']] : []),
    ...(BEGINS.test(line.slice(0, LONGEST_TLS_LINE)) ? [strings['version.ofSession']] : []),
  ];
  const markdown = `**${markdownText(strings[`tls.${state}`])}** – ${markdownText(sentences.join(' '))}`;
  return isOld ? { markdown, page: 'upgrading-tls' } : { markdown };
}

/** The line of a log that begins a TLS session is shorter. */
const LONGEST_TLS_LINE = 2000;

function explainCipher(text: string, strings: DocumentStrings): Explained {
  const isWeak = isWeakCipher(text);
  const sentence = isWeak ? strings['cipher.weak'] : (partSentence(text, strings) ?? strings['cipher.known']);
  const markdown = `**${markdownText(text)}** – ${markdownText(sentence)}`;
  return isWeak ? { markdown, page: 'weak-cipher' } : { markdown };
}

/** Exchange names the parts of a cipher suite one by one. */
function partSentence(text: string, strings: DocumentStrings): string | undefined {
  const [, part = '', bits = ''] = /^CALG_(AES|SHA|MD5|ECDH|DH|RSA)_?(\d+)?/i.exec(text) ?? [];
  switch (part.toUpperCase()) {
    case 'AES':
      return bits === '' ? undefined : fill(strings['cipher.aes'], bits);
    case 'SHA':
      return bits.length === 3 ? fill(strings['cipher.sha2'], bits) : strings['cipher.sha1'];
    case 'MD5':
      return strings['cipher.md5'];
    case 'ECDH':
    case 'DH':
      return /ECDHE|EPHEM/i.test(text) ? strings['cipher.ephemeral'] : undefined;
    case 'RSA':
      return strings['cipher.rsa'];
    default:
      return undefined;
  }
}
