import { formatCount } from '../../report/percent';
import { fill } from '../../report/wording';
import { tlsName } from '../exportWording';
import { markdownName, markdownTable, markdownText } from '../markdown/markdownText';
import { utcDay } from '../times';
import type { InsightContext } from './insightContent';
import type { InsightPeer } from './insightPeers';

/** A longer list nobody reads in a letter. */
const MOST_ROWS = 30;

/** Remote hosts and senders with dates and counts, in Markdown. Nothing where no host is told. */
export function peerTable(peers: readonly InsightPeer[], { strings, locale }: InsightContext): string[] {
  if (peers.every(({ host, sender }) => host === '' && sender === '')) {
    return [];
  }
  const withCipher = peers.some(({ cipher }) => cipher !== '');
  const header = [
    strings['hosts.host'],
    strings['hosts.sender'],
    strings['hosts.tls'],
    ...(withCipher ? [strings['hosts.cipher']] : []),
    strings['tls.messages'],
    strings['hosts.firstSeen'],
    strings['hosts.lastSeen'],
  ];
  const rows = peers
    .slice(0, MOST_ROWS)
    .map(({ host, sender, tls, cipher, messages, firstSeen, lastSeen }) => [
      markdownText(host === '' ? strings.notTold : host),
      markdownText(sender),
      tlsName(strings, tls),
      ...(withCipher ? [markdownName(cipher)] : []),
      formatCount(messages, locale),
      utcDay(firstSeen),
      utcDay(lastSeen),
    ]);
  const more = peers.length - rows.length;
  const others = fill(strings[more === 1 ? 'hosts.more.one' : 'hosts.more.many'], formatCount(more, locale));
  const numbers = new Set([withCipher ? 4 : 3]);
  return [markdownTable(header, rows, numbers), ...(more > 0 ? [markdownText(others)] : [])];
}
