import { parseTlsVersion, Tls } from '../../model/tls';

/** What a Received header tells of the hop's encryption. */
export interface HopTls {
  readonly tls: Tls;
  /** Empty where not told. */
  readonly cipher: string;
}

/** Exchange, sendmail, Gmail: `(version=TLS1_2, cipher=NAME)`, with or without the comma. */
const VERSION = /\(\s*version=([^\s,)]+)[\s,]+cipher=([^\s,)]+)/i;
/** Postfix: `(using TLSv1.2 with cipher NAME (256/256 bits))`. */
const USING = /\(using (\S+) with cipher (\S+)/i;
/** Exim: `esmtps (TLS1.2:NAME:256)`, `esmtps (TLS1.3) tls NAME`. */
const EXIM = /\bwith \w{0,10}smtps\w{0,10}\s+\(((?:TLS|SSL)[^\s:)]*)(?::([^:)]+)[^)]*)?\)(?:\s+tls\s+(\S+))?/i;
/** Exchange 2010 and 2013: encrypted, no more. */
const BARE = /\bwith Microsoft SMTP Server \(TLS\)/i;
/** RFC 3848: ESMTPS, ESMTPSA, LMTPS … */
const SECURE = /\bwith (?:UTF8)?[EL]?SMTPSA?\b/i;
const MICROSOFT = /\bwith Microsoft SMTP Server\b/i;
/** Cipher suites of OpenSSL that old sendmail and Gmail name in place of the version. */
const EITHER = /^TLSv1\/SSLv3$/i;
const ONE = /^TLSv?1$/i;

/**
 * Reads it in the forms of Exchange, sendmail, Gmail, Postfix and Exim (docs/formats.md). Only Microsoft's servers always say so
 * where a hop was encrypted: of theirs alone nothing said means No TLS.
 */
export function receivedTls(value: string): HopTls {
  const found = VERSION.exec(value) ?? USING.exec(value);
  if (found !== null) {
    return { tls: versionOf(found[1] ?? ''), cipher: found[2] ?? '' };
  }
  const exim = EXIM.exec(value);
  if (exim !== null) {
    return { tls: versionOf(exim[1] ?? ''), cipher: exim[2] ?? exim[3] ?? '' };
  }
  if (BARE.test(value) || SECURE.test(value)) {
    return { tls: Tls.tls, cipher: '' };
  }
  return { tls: MICROSOFT.test(value) ? Tls.none : Tls.unknown, cipher: '' };
}

function versionOf(text: string): Tls {
  if (EITHER.test(text)) {
    return Tls.tls;
  }
  return ONE.test(text) ? Tls.tls10 : parseTlsVersion(text);
}
