import type { ClientVolume } from '../model/clientVolume';
import type { ConnectorDefinition } from '../model/connectorDefinition';
import type { AggregatedFlow } from '../model/messageFlow';
import type { TlsReport } from '../model/tlsReport';
import { DateColumn } from '../reading/localDate';
import type { Names } from '../reading/names';
import type { TextList } from '../reading/textList';
import { Account } from './account';
import {
  CROSSING_NUMBERS,
  DATED,
  type Facts,
  type HubRows,
  INTERNAL,
  PASSING_DAY,
  PASSING_NUMBERS,
  type Route,
} from './facts';
import { HostNoteList } from './hostNoteList';
import { NumberList } from './numberList';
import type { SpareBuffers } from './spareBuffers';
import { ToldDays } from './toldDays';

const NOT_TOLD = Number.POSITIVE_INFINITY;

/**
 * Writes down what a stretch of a file tells. Names are numbers of `names` and become positions in its list of told ones, which
 * goes on from stretch to stretch.
 */
export class FactsWriter {
  readonly account = new Account();
  readonly aggregated: AggregatedFlow[] = [];
  readonly definitions: ConnectorDefinition[] = [];
  readonly tlsReports: TlsReport[] = [];
  readonly clients: ClientVolume[] = [];
  readonly hostNotes: HostNoteList;
  /** Days of crossings and of aggregated rows, where they are written ones. */
  readonly dates = new DateColumn();
  /** Parts of sessions, see sessionParts.ts. */
  readonly sessions: NumberList;
  /** Lines of Postfix, see formats/postfix/eventNumbers.ts. */
  readonly postfix: NumberList;
  /** The texts behind the numbers that are handed in. */
  readonly names: Names;
  readonly #texts: TextList;
  readonly #routes: Route[] = [];
  /** By position: the first line that tells of the route. */
  readonly #lines: number[] = [];
  readonly #routePositions = new Map<Route, number>();
  readonly #crossings: NumberList;
  readonly #passings: NumberList;
  /** The FrontEnd service of a server logged on a day. */
  readonly frontEnd = new ToldDays();
  /** Protocol logs tell mail of a day: inbound by server, outbound by connector. */
  readonly protocolDays = new ToldDays();
  /** Days of which a message tracking log has rows. */
  readonly trackedDays = new Set<number>();
  readonly #hub = new Map<string, HubRows>();
  #lastRoute: Route | undefined;
  #lastPosition = 0;

  /** `spare`: memory for the numbers. */
  constructor(names: Names, spare?: SpareBuffers) {
    this.names = names;
    this.#texts = names.told;
    this.hostNotes = new HostNoteList(names, spare);
    this.sessions = new NumberList(0, spare?.list('sessions'));
    this.postfix = new NumberList(0, spare?.list('postfix'));
    this.#crossings = new NumberList(0, spare?.list('crossings'));
    this.#passings = new NumberList(0, spare?.list('passings'));
  }

  /** A row tells of a message that crossed the border. `state`: its TLS state with the marks of a crossing. */
  crossing(
    high: number,
    low: number,
    route: Route,
    state: number,
    host: number,
    sender: number,
    cipher: number,
    line: number,
    day: number,
    millisecond: number,
  ): void {
    const [from, by] = [this.name(sender), this.name(cipher)];
    this.transfer(high, low, route, state, host, from, by, line, day, millisecond);
  }

  /** The same where sender and cipher are positions. */
  transfer(
    high: number,
    low: number,
    route: Route,
    state: number,
    host: number,
    sender: number,
    cipher: number,
    line: number,
    day: number,
    millisecond: number,
  ): void {
    const at = this.#crossings.claim(CROSSING_NUMBERS);
    const { numbers } = this.#crossings;
    numbers[at] = high;
    numbers[at + 1] = low;
    // A session between Exchange servers does not make its connector known.
    numbers[at + 2] = this.route(route, (state & INTERNAL) === 0 ? line : NOT_TOLD);
    numbers[at + 3] = state;
    numbers[at + 4] = this.name(host);
    numbers[at + 5] = sender;
    numbers[at + 6] = cipher;
    numbers[at + 7] = line;
    numbers[at + 8] = day;
    numbers[at + 9] = millisecond;
  }

  /** A row tells of a message's way within; `seen`: bits of `Seen`, perhaps marked. `day`: as written. */
  passing(high: number, low: number, seen: number, line: number, day: number): void {
    if (day < 0) {
      this.#pass(line, day, DATED);
    }
    this.#pass(high, low, day < 0 ? seen : seen | (day << PASSING_DAY));
  }

  /** Rows of which a reader says the same in as many numbers (`RecordSink.passed`). */
  passed(rows: Int32Array): void {
    this.#passings.append(rows);
  }

  /** Rows of messages that crossed the border, in numbers as those of {@link Facts.crossings} (`RecordSink.crossed`). */
  crossed(rows: Int32Array): void {
    this.#crossings.append(rows);
  }

  #pass(first: number, second: number, third: number): void {
    const at = this.#passings.claim(PASSING_NUMBERS);
    const { numbers } = this.#passings;
    numbers[at] = first;
    numbers[at + 1] = second;
    numbers[at + 2] = third;
  }

  /** The position of a route that `line` tells of, if any; each is one object as long as the stretch is read. */
  route(route: Route, line = NOT_TOLD): number {
    if (route !== this.#lastRoute) {
      let position = this.#routePositions.get(route);
      if (position === undefined) {
        position = this.#routes.length;
        this.#routes.push(route);
        this.#lines.push(line);
        this.#routePositions.set(route, position);
      }
      this.#lastRoute = route;
      this.#lastPosition = position;
    }
    const position = this.#lastPosition;
    if (line < (this.#lines[position] as number)) {
      this.#lines[position] = line;
    }
    return position;
  }

  /** The position of a text. */
  text(text: string): number {
    return this.name(this.names.of(text));
  }

  /** The position of a name, -1 standing for none. */
  name(name: number): number {
    return this.#texts.of(name);
  }

  /** The position that the next new text will have. */
  get nextPosition(): number {
    return this.#texts.nextPosition;
  }

  /** Whoever writes {@link crossed} rows has given the next positions to these names, of which none is of an empty text. */
  takeNames(names: Int32Array): void {
    this.#texts.takeNames(names);
  }

  hub(rows: HubRows): void {
    const key = `${rows.direction}|${rows.days.join(' ')}|${rows.server}`;
    this.#hub.set(key, { ...rows, rows: rows.rows + (this.#hub.get(key)?.rows ?? 0) });
  }

  /** Roughly how many rows have been written. */
  get size(): number {
    return this.#crossings.length / CROSSING_NUMBERS + this.#passings.length / PASSING_NUMBERS;
  }

  /** Everything that was written. Nothing more can be. */
  facts(): Facts {
    const { used, leftOut, problems, problemCount, sessions, invalidLine } = this.account;
    return {
      names: this.#texts.texts,
      routes: this.#routes.map(({ direction, connector, hubServer, trackedBy }, position) => ({
        direction,
        connector,
        hubServer,
        trackedBy,
        line: this.#lines[position] === NOT_TOLD ? 0 : (this.#lines[position] as number),
      })),
      crossings: this.#crossings.handOver(),
      passings: this.#passings.handOver(),
      aggregated: this.aggregated,
      frontEnd: [...this.frontEnd.all()],
      hub: [...this.#hub.values()],
      protocolDays: [...this.protocolDays.all()],
      trackedDays: [...this.trackedDays],
      sessions: this.sessions.handOver(),
      postfix: this.postfix.handOver(),
      dates: this.dates.evidence,
      definitions: this.definitions,
      tlsReports: this.tlsReports,
      hostNotes: this.hostNotes.notes(),
      clients: this.clients,
      account: { used, leftOut: [...leftOut], problems, problemCount, sessions, invalidLine },
    };
  }
}
