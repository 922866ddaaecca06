import { applyFacts } from './aggregate/applyFacts';
import type { Census } from './aggregate/census';
import { HeldBack } from './aggregate/heldBack';
import type { HostHits } from './aggregate/hostHits';
import { MailFlow } from './aggregate/mailFlow';
import { FileAccount } from './facts/fileAccount';
import { readSessions } from './facts/sessionParts';
import type { CountingOptions } from './formats/format';
import { PostfixStore } from './formats/postfix/postfixStore';
import { SessionStore } from './formats/protocolLog/sessionStore';
import { messageOf } from './messageOf';
import type { Period } from './model/day';
import type { TlsState } from './model/tls';
import { answerHostHits, answerPeers, answerProofLines } from './report/answerDrillDown';
import { buildReport, countedDays, newCensus, type ReportOptions } from './report/buildReport';
import { type ConnectorLines, connectorLines } from './report/connectorLines';
import {
  type DrillDownQuery,
  PAGE_LIMITS,
  type PeerLimits,
  type PeerReport,
  type ProofLineList,
} from './report/drillDown';
import type { MailFlowReport } from './report/report';
import { inOneGo } from './steps';
import type { FileBeginning } from './stretch/fileBeginning';
import type { StretchPart } from './stretch/stretch';
import { Slices, type Surroundings } from './surroundings';

export type AnalysisOptions = CountingOptions & ReportOptions;

/**
 * Puts together what export files tell: facts of their stretches → MailFlow → report. Who reads the stretches, and when, is
 * of no concern here (readFiles.ts); only that a file's parts come in order, and no other file's between them.
 */
export class Analysis {
  #options: AnalysisOptions;
  readonly accounts: readonly FileAccount[];
  readonly #definitionsFrom: number;
  readonly #flow = new MailFlow();
  readonly #sessions: SessionStore;
  readonly #postfix: PostfixStore;
  readonly #heldBack = new HeldBack();
  /** Taken at the end; nothing of what was read before holds once more is added. */
  #census: Census | null = null;
  #records = 0;
  #lines = 0;

  /**
   * `paths`: all files, in the report's order. Those from position `definitionsFrom` on are given as connector definitions:
   * nothing else is read of them.
   */
  constructor(paths: readonly string[], options: AnalysisOptions, definitionsFrom = paths.length) {
    this.#options = options;
    this.#definitionsFrom = definitionsFrom;
    this.accounts = paths.map((path, index) => new FileAccount(index, path));
    this.#sessions = new SessionStore(this.#flow, this.accounts);
    this.#postfix = new PostfixStore(this.#flow, this.accounts);
  }

  get options(): AnalysisOptions {
    return this.#options;
  }

  /** Has what was read judged in another way: thresholds, mutes, connector types. What counting goes by has to be the same. */
  judge(options: AnalysisOptions): void {
    this.#options = options;
  }

  /** Has what adds up made: that takes some milliseconds, in which the first file can be looked at. */
  getReady(): void {
    this.#flow.getReady();
  }

  /** Says what a file is; true where parts of it follow. */
  begin(file: number, { encoding, kind, problem }: FileBeginning): boolean {
    const account = this.accounts[file] as FileAccount;
    const isOther = kind !== undefined && kind.format !== 'connector-definitions' && file >= this.#definitionsFrom;
    account.encoding = encoding ?? '';
    account.format = isOther ? null : (kind?.format ?? null);
    account.chosen = isOther ? undefined : kind?.chosen;
    if (problem !== undefined) {
      account.problem(problem.isOfWhole === true ? 0 : 1, problem.reason, problem.detail);
    }
    if (isOther) {
      account.problem(0, 'noDefinitions');
    }
    this.#records = 0;
    this.#lines = 0;
    return kind !== undefined && !isOther;
  }

  /** Adds the next part of the file that was begun last. Works in small steps, so that the caller can pause between them. */
  *add(file: number, { facts, lines, records, isLast, unpacked }: StretchPart): Generator<void> {
    this.#census = null;
    const account = this.accounts[file] as FileAccount;
    if (unpacked?.problem !== undefined) {
      account.problem(0, unpacked.problem.reason, unpacked.problem.detail);
    }
    const origin = { account, linesBefore: this.#lines, lines, today: this.options.today };
    for (const ready of this.#heldBack.next({ facts, origin }, this.options.dateOrder)) {
      yield* applyFacts(this.#flow, ready.facts, ready.origin);
    }
    for (const part of readSessions(facts.sessions)) {
      this.#sessions.add(part, facts.names, file, this.#lines);
      yield;
    }
    yield* this.#tidied(this.#postfix.add(facts.postfix, facts.names, file, this.#lines));
    this.#records += records;
    this.#lines += isLast ? lines : 0;
  }

  /** True where facts of the file that was begun last wait for its end, or for more of it. */
  get isHolding(): boolean {
    return this.#heldBack.isHolding;
  }

  /** Adds what waited for the end of the file that was begun last: call it also where reading stopped. Works in small steps. */
  *settle(): Generator<void> {
    for (const { facts, origin } of this.#heldBack.end(this.options.dateOrder)) {
      yield* applyFacts(this.#flow, facts, origin);
    }
  }

  /** False where more of the file could change how its dates are read. */
  isDecided(file: number): boolean {
    const { dates } = this.accounts[file] as FileAccount;
    return dates === undefined || dates.by === 'column';
  }

  /** Says that the file has been read to its end; false where it has no records. */
  end(file: number): boolean {
    if (this.#records === 0) {
      this.accounts[file]?.problem(1, 'headerOnly');
    }
    return this.#records > 0;
  }

  /** Says that a reader came to grief over a file, which is read in another way from there on. */
  crash(file: number): void {
    this.accounts[file]?.problem(0, 'readerCrashed');
  }

  /** Says that a file, or the rest of it, cannot be read. */
  fail(file: number, error: unknown): void {
    this.accounts[file]?.problem(0, 'unreadable', messageOf(error));
  }

  /** Counts what only the end of all files decides. */
  async finish(surroundings: Pick<Surroundings, 'pause'>): Promise<void> {
    const slices = new Slices(surroundings);
    await slices.all(this.#tidied(this.#sessions.finish()));
    await slices.all(this.#tidied(this.#postfix.finish()));
    const census = await slices.all(newCensus(this.#flow, this.options));
    await slices.all(census.take());
    this.#census = census;
  }

  /** The whole report, once everything has been read. */
  report(): MailFlowReport {
    return inOneGo(buildReport(this.#flow, this.accounts, this.options, this.#census));
  }

  /** The same in small steps; undefined where something was added between them. */
  reportInSteps(): Generator<void, MailFlowReport | undefined> {
    return this.#unlessChanged(buildReport(this.#flow, this.accounts, this.options, this.#census));
  }

  /**
   * The report of other days, as if the analysis were of that period: once everything has been read. Works in small steps;
   * undefined where something was added between them.
   */
  *reportFor({ start, end }: Period): Generator<void, MailFlowReport | undefined> {
    const options = { ...this.options, from: start, to: end, lastWeek: false };
    return yield* this.#unlessChanged(this.#reportWith(options));
  }

  /** First and last UTC day of all that was counted, also outside the analysis period; null where nothing was. */
  countedDays(): Period | null {
    return countedDays(this.#flow, this.options);
  }

  /** What has been read so far, without insights. */
  partialReport(): MailFlowReport {
    return inOneGo(buildReport(this.#flow, this.accounts, this.options, null));
  }

  /**
   * Who stood at the other side of a connector: exactly the messages that the report counts of it. Works in small steps;
   * undefined where something was added between them. Ask between parts, not while one is being added.
   */
  peers(query: DrillDownQuery, limits: PeerLimits = PAGE_LIMITS): Generator<void, PeerReport | undefined> {
    return answerPeers(this.#asked, query, limits);
  }

  /** The lines that prove those messages: up to `most` of them, behind the first `skip`. As {@link peers}. */
  proofLines(query: DrillDownQuery, most: number, skip = 0): Generator<void, ProofLineList | undefined> {
    return answerProofLines(this.#asked, query, most, skip);
  }

  /** Which hosts had messages in these states over connectors, by their keys, on which days of the analysis period. As {@link peers}. `mostBytes`: see `HostHitsWalk`. */
  hostHits(
    states: readonly TlsState[],
    connectors: readonly string[],
    mostBytes?: number,
  ): Generator<void, HostHits | undefined> {
    return answerHostHits(this.#asked, states, connectors, mostBytes);
  }

  /** Where each connector's mail is first told of, by TLS state. */
  connectorLines(): ConnectorLines[] {
    return connectorLines(this.#asked);
  }

  *#reportWith(options: AnalysisOptions): Generator<void, MailFlowReport> {
    const census = yield* newCensus(this.#flow, options);
    yield* census.retake();
    return yield* buildReport(this.#flow, this.accounts, options, census);
  }

  /** Does the steps of a work until something is added between them: then what they would come to is of no use. */
  *#unlessChanged<T>(steps: Generator<void, T>): Generator<void, T | undefined> {
    const { changes } = this.#flow;
    while (this.#flow.changes === changes) {
      const step = steps.next();
      if (step.done === true) {
        return step.value;
      }
      yield;
    }
    steps.return(undefined as never);
    return undefined;
  }

  /** Steps that may add very many messages: tables are kept small between them. */
  *#tidied(steps: Generator<void>): Generator<void> {
    for (const _ of steps) {
      yield* this.#flow.tidy();
      yield;
    }
  }

  get #asked() {
    return { flow: this.#flow, accounts: this.accounts, options: this.options };
  }
}
