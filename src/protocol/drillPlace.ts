import type { Period } from '../core/model/day';
import { TLS_STATES, type TlsState } from '../core/model/tls';
import { periodOf, recordOf, textOf } from './savedValues';

/** Where the reader is on the way from figures down to hosts, senders and lines. */
export interface DrillPlace {
  /** The connector's key (`keyOf` in core/report/connectorReport.ts); null: all that are shown, to choose from. */
  readonly connector: string | null;
  /** Null: messages in all states. */
  readonly tls: TlsState | null;
  /** UTC days. */
  readonly period: Period;
  /** Null: all of them; empty: those whose host the export does not tell. */
  readonly host: string | null;
  /** The domain; as `host`. */
  readonly sender: string | null;
  /** The lines that prove the messages are shown, where that has to be asked for. */
  readonly lines?: true;
}

/** Names of connectors, hosts and domains are hardly longer. */
const LONGEST_NAME = 1000;

/** Reads a remembered place; null where it is none. */
export function restorePlace(saved: unknown): DrillPlace | null {
  const { connector, tls, period, host, sender, lines } = recordOf(saved);
  const days = periodOf(period);
  const name = (value: unknown): string | null => textOf(value, LONGEST_NAME) ?? null;
  return days === null
    ? null
    : {
        connector: name(connector),
        tls: TLS_STATES.find((state) => state === tls) ?? null,
        period: days,
        host: name(host),
        sender: name(sender),
        ...(lines === true ? { lines } : {}),
      };
}
