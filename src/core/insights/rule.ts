import type { Peer } from '../aggregate/census';
import type { ConnectorSummary } from '../aggregate/connectorSummary';
import type { ConnectorType, Direction } from '../model/connector';
import type { Period } from '../model/day';
import { isBefore, type SourceLine } from '../model/messageFlow';
import type { RuleId } from '../model/ruleTable';
import { countIn, knownOf, type Tls, type TlsCounts } from '../model/tls';

/** What a rule looks at: one connector over the period. */
export interface Subject {
  readonly connector: ConnectorSummary;
  readonly period: Period;
  /** Messages per TLS state in the period. */
  readonly tls: TlsCounts;
  isInPeriod(day: number): boolean;
}

/** What a rule finds of a connector, before it is held against the thresholds. */
export interface Finding {
  /** Messages that the rule is about. */
  readonly messages: number;
  /** Messages of known state: what the share is of. */
  readonly known: number;
  readonly first: SourceLine;
  readonly last: SourceLine;
  /** Who stood at the other side of them, as far as the files tell. */
  readonly peers: readonly Peer[];
  /** True where the rule singles out some of them: who stood at the other side of the others is told all the same. */
  readonly isSelection?: boolean;
  /** Numbers and names that the rule's own sentence names, in its order. */
  readonly values?: readonly string[];
}

/** A rule: about which connectors it speaks, and what it finds of one. */
export interface Rule {
  readonly id: RuleId;
  find(subject: Subject): Finding | undefined;
}

/** The connectors that a rule speaks about. */
export interface Scope {
  readonly direction?: Direction;
  readonly types?: readonly ConnectorType[];
  /** Only connectors that have a name. */
  readonly named?: boolean;
}

/** True where a rule speaks about a connector. */
export function isInScope({ direction, types, named }: Scope, { connector }: Subject): boolean {
  return (
    (direction === undefined || connector.direction === direction) &&
    (types === undefined || types.includes(connector.type)) &&
    (named !== true || connector.name !== null)
  );
}

/** A rule about messages in some TLS states. */
export function stateRule(id: RuleId, states: readonly Tls[], scope: Scope): Rule {
  return {
    id,
    find: (subject) => (isInScope(scope, subject) ? inStates(subject, states) : undefined),
  };
}

/** The messages of a connector in some states; undefined where there are none. */
export function inStates(subject: Subject, states: readonly Tls[]): Finding | undefined {
  const { connector, tls } = subject;
  const messages = countIn(tls, states);
  if (messages === 0) {
    return undefined;
  }
  const proofs = states.flatMap((state) => connector.proofs(state, (day) => subject.isInPeriod(day)) ?? []);
  const [first, last] = [earliest(proofs.map((proof) => proof.first)), latest(proofs.map((proof) => proof.last))];
  if (first === undefined || last === undefined) {
    return undefined;
  }
  return { messages, known: knownOf(tls), first, last, peers: connector.peers(states) };
}

/** The line that stands first. */
export function earliest(lines: readonly SourceLine[]): SourceLine | undefined {
  return lines.reduce<SourceLine | undefined>((a, b) => (a === undefined || isBefore(b, a) ? b : a), undefined);
}

/** The line that stands last. */
export function latest(lines: readonly SourceLine[]): SourceLine | undefined {
  return lines.reduce<SourceLine | undefined>((a, b) => (a === undefined || isBefore(a, b) ? b : a), undefined);
}
