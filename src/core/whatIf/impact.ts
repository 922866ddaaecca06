import type { ConnectorType, Direction } from '../model/connector';
import type { Period } from '../model/day';
import type { TlsState } from '../model/tls';
import type { RedactedKind } from '../report/json';
import { fill } from '../report/wording';

/** What a change of settings would have done to the mail of the period. */
export interface Impact extends ImpactFigures {
  /** What was replaced by stand-ins, where anything was. */
  readonly redacted?: readonly RedactedKind[];
  readonly period: Period | null;
  /** TLS states of the messages that would have been refused. */
  readonly states: readonly TlsState[];
  /** Every day of the period, oldest first. */
  readonly days: readonly PeriodDay[];
  /** Those that would have been hit, hardest first. */
  readonly connectors: readonly ConnectorImpact[];
}

/** How many remote hosts would have been refused. */
export interface HostNumbers {
  /** Different hosts that are told. */
  readonly hostCount: number;
  /** Refused messages of which no file tells the host, or too many hosts: where there are some, there may be more hosts. */
  readonly hostUntold: number;
}

export interface ImpactFigures extends HostNumbers {
  /** Messages that would have been refused. */
  readonly messages: number;
  /** All messages, those of unknown TLS state included. */
  readonly volume: number;
  /** Messages of which it cannot be told: their TLS state is unknown … */
  readonly unknown: number;
  /** … or they were encrypted with a version that is not told, of which some would have been refused. */
  readonly versionUntold: number;
  readonly approximate: boolean;
}

/** A UTC day. */
export interface ImpactDay extends HostNumbers {
  readonly date: string;
  readonly messages: number;
  readonly volume: number;
}

/** A day over all connectors. A host that is refused on two of them is one host. */
export interface PeriodDay extends ImpactDay {
  /** How many connectors would have been hit. */
  readonly connectors: number;
}

/** What would have happened on a connector. */
export interface ConnectorImpact extends ImpactFigures {
  readonly direction: Direction;
  readonly name: string | null;
  readonly type: ConnectorType;
  /** Only those that would have been hit. */
  readonly days: readonly ImpactDay[];
  /** Who would have been refused, hardest hit first. */
  readonly hosts: readonly ImpactHost[];
}

/** A remote host that would have been refused. */
export interface ImpactHost {
  readonly host: string;
  readonly messages: number;
  /** All its messages of known TLS state: where they are as many, it has nothing better. */
  readonly known: number;
  /** UTC days of the first and the last message that would have been refused. */
  readonly firstSeen: string;
  readonly lastSeen: string;
}

/** How many hosts there are, or that there are more: of a refused message without a host there is one at least. */
export function hostsHit({ hostCount, hostUntold }: HostNumbers): {
  readonly count: number;
  readonly isAtLeast: boolean;
} {
  return { count: hostUntold > 0 ? Math.max(1, hostCount) : hostCount, isAtLeast: hostUntold > 0 };
}

/** "3", or "at least 3" remote hosts, in the reader's language. `count` writes a number. */
export function hostsText(
  strings: Readonly<Record<'whatIf.atLeast', string>>,
  count: (number: number) => string,
  numbers: HostNumbers,
): string {
  const { count: least, isAtLeast } = hostsHit(numbers);
  return isAtLeast ? fill(strings['whatIf.atLeast'], count(least)) : count(least);
}

/** What forcing TLS on a connector refuses. SSL 3.0 is no protection. */
export const WITHOUT_TLS: readonly TlsState[] = ['none', 'ssl3.0'];
