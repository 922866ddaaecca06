import { type ConnectorRef, type ConnectorType, connectorKey, type Direction } from '../model/connector';
import { type AggregatedFlow, isBefore, type SourceLine } from '../model/messageFlow';
import { noCounts, TLS_STATES, type Tls } from '../model/tls';
import { ownText } from '../reading/ownText';
import type { Adding } from './addingKernel';
import { ProofLines } from './proofLines';
import { TextOrder } from './textOrder';

/** Everything counted on one day of a flow. */
export interface FlowDay {
  readonly counts: number[];
  /** By TLS state. */
  readonly proofs: (ProofLines | undefined)[];
}

const RECENT_DAYS = 32;

/** Mail of one direction over one connector (and, for what the Hub service or a message tracking log told, of one server). */
export class Flow {
  readonly days = new Map<number, FlowDay>();
  /** Days that were asked for lately, by their last bits: rows of a month may come in any order. */
  readonly #recentDays = new Int32Array(RECENT_DAYS).fill(-1);
  readonly #recent: FlowDay[] = [];
  readonly aggregated: AggregatedFlow[] = [];
  /** The types that records called the connector, each with the first line that did. */
  readonly types = new Map<ConnectorType, SourceLine>();
  #connector: ConnectorRef;
  #told: SourceLine;

  constructor(
    readonly id: number,
    readonly key: string,
    readonly direction: Direction,
    connector: ConnectorRef,
    readonly hubServer: string | null,
    /** See `Route`: set for what a message tracking log tells. */
    readonly trackedBy: string | null,
    told: SourceLine,
  ) {
    this.#connector = connector;
    this.#told = told;
  }

  /** The connector, spelled as in the first line that names it. */
  get connector(): ConnectorRef {
    return this.#connector;
  }

  /** The first line that names the connector. */
  get told(): SourceLine {
    return this.#told;
  }

  /** Notes how a line spells the connector. */
  spell(connector: ConnectorRef, told: SourceLine): void {
    if (isBefore(told, this.#told)) {
      this.#connector = owned(connector);
      this.#told = told;
    }
  }

  /** Notes that a line calls the connector a type. */
  type(type: ConnectorType, told: SourceLine): void {
    const known = this.types.get(type);
    if (known === undefined || isBefore(told, known)) {
      this.types.set(type, told);
    }
  }

  day(day: number): FlowDay {
    const at = day & (RECENT_DAYS - 1);
    if (this.#recentDays[at] !== day) {
      let found = this.days.get(day);
      if (found === undefined) {
        found = { counts: noCounts(), proofs: [] };
        this.days.set(day, found);
      }
      this.#recent[at] = found;
      this.#recentDays[at] = day;
    }
    return this.#recent[at] as FlowDay;
  }

  add(day: number, tls: Tls, messages: number): void {
    const { counts } = this.day(day);
    counts[tls] = (counts[tls] ?? 0) + messages;
  }

  /** Adds what a day has gained: eight numbers of messages, by TLS state. */
  gain(day: number, messages: Int32Array, from: number): void {
    for (let tls = 0; tls < TLS_STATES.length; tls++) {
      const gained = messages[from + tls] as number;
      if (gained !== 0) {
        this.add(day, tls as Tls, gained);
      }
    }
  }

  proofs(day: number, tls: Tls): ProofLines {
    const proofs = this.day(day).proofs;
    let lines = proofs[tls];
    if (lines === undefined) {
      lines = new ProofLines();
      proofs[tls] = lines;
    }
    return lines;
  }
}

/** The flows of an analysis, numbered from 0. */
export class FlowTable {
  readonly #byKey = new Map<string, Flow>();
  readonly #byId: Flow[] = [];
  readonly #adding: Adding;
  /** How many flows the kernel knows, and in which order connectors come, and servers that track mail. */
  #told = 0;
  readonly #keys = new TextOrder();
  readonly #trackers = new TextOrder();
  /** Numbers of connectors, and of what counts a message by itself: a direction; of what the Hub service told, a server. */
  readonly #connectors = new Map<string, number>();
  readonly #groups = new Map<string, number>();

  /** `adding`: what has to know as well which flows belong together. */
  constructor(adding: Adding) {
    this.#adding = adding;
  }

  /** Tells the kernel of new flows: to be called before rows of theirs are added. */
  tell(): void {
    if (this.#told === this.#byId.length) {
      return;
    }
    const fresh = this.#byId.slice(this.#told);
    this.#told = this.#byId.length;
    const hasMovedKeys = this.#keys.add(fresh.map(({ key }) => key));
    const hasMovedTrackers = this.#trackers.add(fresh.map(({ trackedBy }) => trackedBy ?? ''));
    for (const flow of hasMovedKeys || hasMovedTrackers ? this.#byId : fresh) {
      const [key, tracker] = [this.#keys.of(flow.key), this.#trackers.of(flow.trackedBy ?? '')];
      const [group, connector] = [
        numberIn(this.#groups, `${flow.direction} ${flow.hubServer ?? ''}`),
        numberIn(this.#connectors, flow.key),
      ];
      const isUntold = Number(flow.connector.kind === 'untold');
      this.#adding.kernel.setFlow(flow.id, group, isUntold, connector, key, tracker);
    }
  }

  /** The flow of a connector; named types are noted with the line that tells them. `trackedBy`: see `Route`. */
  of(
    direction: Direction,
    connector: ConnectorRef,
    hubServer: string | null,
    told: SourceLine,
    trackedBy: string | null = null,
  ): Flow {
    const key = connectorKey(direction, connector);
    const hub = hubServer === null ? '' : `\nhub ${hubServer}`;
    const identity = key + hub + (trackedBy === null ? '' : `\ntracked ${trackedBy}`);
    let flow = this.#byKey.get(identity);
    if (flow === undefined) {
      flow = new Flow(this.#byId.length, key, direction, owned(connector), hubServer, trackedBy, told);
      this.#byKey.set(identity, flow);
      this.#byId.push(flow);
    }
    flow.spell(connector, told);
    if (connector.kind === 'named' && connector.type !== 'Unknown') {
      flow.type(connector.type, told);
    }
    return flow;
  }

  get(id: number): Flow {
    return this.#byId[id] as Flow;
  }

  all(): readonly Flow[] {
    return this.#byId;
  }

  /** Forgets first and last lines, to have them found anew. */
  forgetProofs(): void {
    for (const { proofs } of this.#byId.flatMap((flow) => [...flow.days.values()])) {
      proofs.length = 0;
    }
  }
}

function numberIn(numbers: Map<string, number>, name: string): number {
  const number = numbers.get(name) ?? numbers.size;
  numbers.set(name, number);
  return number;
}

function owned(connector: ConnectorRef): ConnectorRef {
  return connector.kind === 'named' ? { ...connector, name: ownText(connector.name) } : connector;
}
