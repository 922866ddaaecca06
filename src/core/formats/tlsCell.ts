import { parseTlsVersion, Tls } from '../model/tls';
import { normalizeTitle } from '../reading/columns';
import { parseFlag } from '../reading/localFlag';

/** "No TLS" as reports, their translations (docs/formats.md) and other tools write it. */
const NO_TLS =
  /^(?:(?:no|kein|keine|geen|pasde|sans|sin|sem|ingen|nessun|nessuno|senza|без|无)(?:start)?tls|tlsなし|none|plain|plaintext|cleartext|unencrypted)$/;
/** A version without its protocol's name. */
const BARE = /^v?1[._]([0-3])$/i;
/** A protocol's name with a number: whatever else is said of TLS in words may mean its contrary. */
const VERSION = /^(?!no|kein).*(?:TLS|SSL)\D{0,3}\d/is;

/**
 * Reads the TLS state of a message as a column says it: a version in any spelling of Exchange's, "No TLS", or yes and no.
 * An empty cell, and whatever names no protocol, is unknown.
 */
export function readTlsCell(text: string): Tls {
  const trimmed = text.trim();
  const flag = parseFlag(trimmed);
  if (flag !== undefined) {
    return flag ? Tls.tls : Tls.none;
  }
  const word = normalizeTitle(trimmed);
  if (NO_TLS.test(word)) {
    return Tls.none;
  }
  if (word === 'tls' || word === 'starttls') {
    return Tls.tls;
  }
  const version = BARE.test(trimmed) ? `TLS${trimmed}` : trimmed;
  return VERSION.test(version) ? parseTlsVersion(version) : Tls.unknown;
}
