import { addCounts, knownOf, noCounts, Tls, type TlsCounts, volumeOf } from '../model/tls';
import { weakOf } from './change';
import { protectedOf, sumDays } from './figures';
import type { ConnectorFlow, MailFlowReport } from './report';

/** What a report says where there is room for a line only: the whole analysis period, both directions together. */
export interface Glance {
  readonly messages: number;
  /** Messages whose TLS state is known. */
  readonly known: number;
  /** Of them, those under TLS. */
  readonly protected: number;
  readonly tls: TlsCounts;
  readonly approximate: boolean;
  /** Connectors with at least one message under TLS 1.0. */
  readonly onTls10: number;
}

/** Looks at a report. */
export function glanceAt({ connectors }: MailFlowReport): Glance {
  const tls = noCounts();
  let onTls10 = 0;
  let approximate = false;
  for (const { days } of connectors) {
    const sum = sumDays(days, null);
    addCounts(tls, sum.tls);
    approximate ||= sum.approximate;
    onTls10 += (sum.tls[Tls.tls10] ?? 0) > 0 ? 1 : 0;
  }
  return { messages: volumeOf(tls), known: knownOf(tls), protected: protectedOf(tls), tls, approximate, onTls10 };
}

/** Connectors as a list shows them: the one with the most weak mail first, then the one with the most mail. */
export function weakestFirst(connectors: readonly ConnectorFlow[]): readonly WeighedConnector[] {
  const weighed = connectors.map((connector) => {
    const { tls, messages, approximate } = sumDays(connector.days, null);
    return { connector, tls, messages, approximate, weak: weakOf(tls) };
  });
  return weighed.sort((a, b) => b.weak - a.weak || b.messages - a.messages);
}

/** A connector with what its days add up to. */
export interface WeighedConnector {
  readonly connector: ConnectorFlow;
  readonly tls: TlsCounts;
  readonly messages: number;
  readonly approximate: boolean;
  /** Messages without TLS, or with SSL 3.0, TLS 1.0 or TLS 1.1. */
  readonly weak: number;
}
