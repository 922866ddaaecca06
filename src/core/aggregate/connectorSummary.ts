import type { ConnectorType, Direction } from '../model/connector';
import { formatDay } from '../model/day';
import { type AggregatedFlow, isBefore, type SourceLine } from '../model/messageFlow';
import type { ReadingProblem } from '../model/problem';
import { addCounts, noCounts, type Tls, volumeOf } from '../model/tls';
import type { Census, Peer, PeerFilter, PeerVisit } from './census';
import type { DefinedConnector } from './connectorDefinitions';
import type { Flow } from './flowTable';
import type { MailFlow } from './mailFlow';

/** A connector's day: what is counted, and whether it was worked out from percentages. */
export interface SummaryDay {
  readonly counts: readonly number[];
  readonly approximate: boolean;
  readonly forcedTls: boolean | null;
}

/** Which messages of a flow are counted. */
export interface CountedDays {
  readonly days: ReadonlySet<number>;
  /** True where no message of the flow is on another day. */
  readonly isAll: boolean;
}

/** What stands where a connector's rows were not counted. */
export interface SummaryNotes {
  leaveOut(file: number, reason: 'overlapsMessages' | 'duplicateRow'): void;
  problem(file: number, problem: ReadingProblem): void;
}

/** For those who only ask again: it has been noted before. */
export const NO_NOTES: SummaryNotes = { leaveOut: () => {}, problem: () => {} };

/** Everything known of one connector, over all servers that logged it and all exports that tell of it. */
export class ConnectorSummary {
  readonly direction: Direction;
  readonly name: string | null;
  readonly type: ConnectorType;
  /** What definitions tell of it, where there are any. */
  readonly definition: DefinedConnector | undefined;
  /** By UTC day. */
  readonly days = new Map<number, SummaryDay>();
  readonly #flow: MailFlow;
  /** Null as long as reading goes on. */
  readonly #census: Census | null;
  /** Those of the connector: one, and one for each server whose Hub service or tracking log told of it. */
  readonly #flows: readonly Flow[];

  /** `flows`: those of one connector; `typeOf`: the type that a setting gives the name. */
  constructor(
    flow: MailFlow,
    flows: readonly Flow[],
    census: Census | null,
    typeOf: (direction: Direction, name: string) => ConnectorType,
    notes: SummaryNotes,
  ) {
    const first = flows.reduce((a, b) => (isBefore(b.told, a.told) ? b : a));
    const { connector } = first;
    this.#flow = flow;
    this.#flows = flows;
    this.#census = census;
    this.definition = flow.definitions.get(first.key);
    this.direction = first.direction;
    this.name = connector.kind === 'named' ? connector.name : null;
    this.type = connector.kind === 'none' ? 'NoConnector' : this.#resolveType(typeOf, notes);
    this.#addMessages();
    this.#addAggregated(notes);
    const differing = this.definition?.differing;
    if (differing !== undefined) {
      notes.problem(differing.file, { line: differing.line, reason: 'differingDefinition', detail: this.name ?? '' });
    }
  }

  /** False where mail was seen of it and none is counted here: FrontEnd tells it, or another row named its connector. */
  get isListed(): boolean {
    const isKnown = this.definition !== undefined || this.#flows.some((flow) => flow.days.size === 0);
    return this.days.size > 0 || (this.name !== null && isKnown);
  }

  /** The same for all of them (`connectorKey`). */
  get key(): string {
    return (this.#flows[0] as Flow).key;
  }

  /** By the number of a flow: the days that `holds` accepts and whose messages are counted here. */
  countedDays(holds: (day: number) => boolean): Map<number, CountedDays> {
    const counted = new Map<number, CountedDays>();
    for (const flow of this.#flows) {
      const all = [...flow.days].filter(([, { counts }]) => volumeOf(counts) > 0).map(([day]) => day);
      const days = all.filter((day) => holds(day) && !this.#flow.isTwin(flow, day));
      counted.set(flow.id, { days: new Set(days), isAll: days.length === all.length });
    }
    return counted;
  }

  /** The aggregated rows that are counted on days that `holds` accepts: of several for a day the first. */
  countedRows(holds: (day: number) => boolean): AggregatedFlow[] {
    const rows = new Map<number, AggregatedFlow>();
    for (const row of this.#flows.flatMap((flow) => flow.aggregated)) {
      const known = rows.get(row.day);
      if (this.days.get(row.day)?.approximate === true && holds(row.day)) {
        rows.set(row.day, known === undefined || isBefore(row.proof, known.proof) ? row : known);
      }
    }
    return [...rows.values()];
  }

  /** First and last line that prove a message in this state on the days that `holds` accepts. */
  proofs(tls: Tls, holds: (day: number) => boolean): { first: SourceLine; last: SourceLine } | undefined {
    let first: SourceLine | undefined;
    let last: SourceLine | undefined;
    const note = (line: SourceLine | undefined): void => {
      if (line !== undefined) {
        first = first === undefined || isBefore(line, first) ? line : first;
        last = last === undefined || isBefore(last, line) ? line : last;
      }
    };
    for (const [day, { approximate }] of this.days) {
      if (!holds(day)) {
        continue;
      }
      for (const flow of this.#flows) {
        const lines = this.#flow.isTwin(flow, day) ? undefined : flow.days.get(day)?.proofs[tls];
        note(lines?.first);
        note(lines?.last);
        for (const row of approximate ? flow.aggregated : []) {
          note(row.day === day && (row.counts[tls] ?? 0) > 0 ? row.proof : undefined);
        }
      }
    }
    return first === undefined || last === undefined ? undefined : { first, last };
  }

  /** Those at the other side of mail in some TLS states: by host, sender, cipher and state. `isMeant`: those of which hosts or ciphers. */
  peers(states: readonly Tls[], isMeant?: PeerFilter): Peer[] {
    return this.#flows.flatMap(({ id }) => states.flatMap((tls) => this.#census?.peers(id, tls, isMeant) ?? []));
  }

  /** The same by the host alone, without making an object of each. */
  hosts(states: readonly Tls[], visit: PeerVisit): void {
    for (const { id } of this.#flows) {
      for (const tls of states) {
        this.#census?.hosts(id, tls, visit);
      }
    }
  }

  /** What a host is called of which {@link hosts} told. */
  hostName(host: number): string {
    return this.#flow.peers.text(host);
  }

  /** Whether the connector forces TLS: by the newest day that tells, else by its definition. */
  get forcesTls(): boolean {
    const told = [...this.days].filter(([, day]) => day.forcedTls !== null).sort(([a], [b]) => b - a);
    return (told[0]?.[1].forcedTls ?? this.definition?.forcedTls) === true;
  }

  #resolveType(typeOf: (direction: Direction, name: string) => ConnectorType, notes: SummaryNotes): ConnectorType {
    const types = new Map<ConnectorType, SourceLine>();
    for (const flow of this.#flows) {
      for (const [type, line] of flow.types) {
        const known = types.get(type);
        types.set(type, known === undefined || isBefore(line, known) ? line : known);
      }
    }
    if (types.size > 1) {
      const [second] = [...types.values()].sort((a, b) => (isBefore(a, b) ? 1 : -1)) as [SourceLine];
      notes.problem(second.file, { line: second.line, reason: 'connectorTypeConflict', detail: this.name ?? '' });
      return 'Unknown';
    }
    const [told] = types.keys();
    return told ?? (this.name === null ? 'Unknown' : typeOf(this.direction, this.name));
  }

  #addMessages(): void {
    for (const flow of this.#flows) {
      for (const [day, { counts }] of flow.days) {
        if (volumeOf(counts) === 0 || this.#flow.isTwin(flow, day)) {
          continue;
        }
        const total = [...(this.days.get(day)?.counts ?? noCounts())];
        addCounts(total, counts);
        this.days.set(day, { counts: total, approximate: false, forcedTls: null });
      }
    }
  }

  /** Per-message data wins over an aggregated row of the day; of two such rows the first stands. */
  #addAggregated(notes: SummaryNotes): void {
    const rows = this.#flows.flatMap((flow) => flow.aggregated);
    const taken = new Map<number, readonly number[]>();
    for (const row of rows.sort((a, b) => (isBefore(a.proof, b.proof) ? -1 : 1))) {
      const known = this.days.get(row.day);
      if (known !== undefined && !known.approximate) {
        notes.leaveOut(row.proof.file, 'overlapsMessages');
        this.days.set(row.day, { ...known, forcedTls: known.forcedTls ?? row.forcedTls });
      } else if (known !== undefined) {
        notes.leaveOut(row.proof.file, 'duplicateRow');
        if (!isSame(taken.get(row.day) ?? [], row.counts)) {
          notes.problem(row.proof.file, { line: row.proof.line, reason: 'differingRow', detail: formatDay(row.day) });
        }
      } else {
        taken.set(row.day, row.counts);
        this.days.set(row.day, { counts: row.counts, approximate: true, forcedTls: row.forcedTls });
      }
    }
  }
}

/** The connectors of an analysis, inbound first, each by its name. A step for each. */
export function* summarize(
  flow: MailFlow,
  census: Census | null,
  typeOf: (direction: Direction, name: string) => ConnectorType,
  notes: SummaryNotes,
): Generator<void, ConnectorSummary[]> {
  const byKey = new Map<string, Flow[]>();
  for (const part of flow.flows.all()) {
    byKey.set(part.key, [...(byKey.get(part.key) ?? []), part]);
  }
  const summaries: ConnectorSummary[] = [];
  for (const parts of byKey.values()) {
    summaries.push(new ConnectorSummary(flow, parts, census, typeOf, notes));
    yield;
  }
  return summaries.filter((summary) => summary.isListed).sort(byDirectionAndName);
}

function byDirectionAndName(a: ConnectorSummary, b: ConnectorSummary): number {
  if (a.direction !== b.direction) {
    return a.direction === 'inbound' ? -1 : 1;
  }
  // By code units: the first comparison by a language's rules loads them, which takes tens of milliseconds.
  const [left, right] = [a.name?.toLowerCase() ?? '', b.name?.toLowerCase() ?? ''];
  return left === right ? inOrder(a.type, b.type) : inOrder(left, right);
}

function inOrder(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.every((count, state) => count === b[state]);
}
