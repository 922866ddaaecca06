import { applyFacts } from '../../src/core/aggregate/applyFacts';
import { MailFlow } from '../../src/core/aggregate/mailFlow';
import { lineOf } from '../../src/core/aggregate/sourceLines';
import { INTERNAL, type Route, Seen, TRANSFER } from '../../src/core/facts/facts';
import { FactsWriter } from '../../src/core/facts/factsWriter';
import { FileAccount } from '../../src/core/facts/fileAccount';
import type { Tls } from '../../src/core/model/tls';
import { dayIn } from '../../src/core/reading/localDate';
import { Names } from '../../src/core/reading/names';
import { textKey } from '../../src/core/reading/textKey';
import type { Random } from '../generate/random';

/** What a row of a file tells of a message. */
export interface ToldRow {
  readonly file: number;
  readonly line: number;
  readonly message: string;
  /** Undefined where the row is no hop over the border. */
  readonly route: number | undefined;
  readonly tls: Tls;
  readonly host: string;
  readonly sender: string;
  /** UTC, or negative where it is written so that its order is open. */
  readonly day: number;
  /** Bits of `Seen`. */
  readonly seen: number;
  /** Marks of a crossing. */
  readonly marks: number;
}

export const MONTHS_FIRST = { order: 'monthFirst', by: 'column' } as const;
export const TODAY = 30_000;
export const TRACKED = 3;
export const ROUTES: readonly Route[] = [
  { direction: 'inbound', connector: { kind: 'named', name: 'A', type: 'Unknown' }, hubServer: null, trackedBy: null },
  { direction: 'inbound', connector: { kind: 'none' }, hubServer: null, trackedBy: null },
  { direction: 'outbound', connector: { kind: 'named', name: 'A', type: 'Partner' }, hubServer: null, trackedBy: null },
  { direction: 'inbound', connector: { kind: 'named', name: 'T', type: 'Unknown' }, hubServer: null, trackedBy: 'ex1' },
];

/** Rows of files, of few messages: told of again and again, over several connectors, by several files, on days far apart. */
export function someRows(random: Random, files: number, rowsOfFile: number, messages: number): ToldRow[][] {
  return Array.from({ length: files }, (_, file) =>
    Array.from({ length: random.integer(0, rowsOfFile) }, (__, line) => someRow(random, file, line + 1, messages)),
  );
}

function someRow(random: Random, file: number, line: number, messages: number): ToldRow {
  const number = random.integer(1, messages);
  const day = someDay(random);
  const row = { file, line, day, tls: random.integer(0, 7) as Tls, seen: 0, marks: 0 };
  // Every fourth file is a log, whose messages are its own: they are told of by transfers, some between servers.
  if (file % 4 === 3) {
    const marks = TRANSFER | (number % 3 === 0 ? INTERNAL : 0);
    return { ...row, message: `log ${number}`, route: 0, host: '', sender: '', marks };
  }
  const message = `message ${number}`;
  if (random.chance(0.6)) {
    const seen = random.weighted([
      [Seen.internalHop, 5],
      [Seen.crossing, 1],
      [Seen.internalHop | Seen.crossing, 1],
      [0, 3],
    ]);
    return { ...row, message, route: undefined, host: '', sender: '', seen };
  }
  const route = random.chance(0.8) ? number % ROUTES.length : random.integer(0, ROUTES.length - 1);
  // Rows of one message do not name different hosts over one hop.
  const host = random.pick(['', `192.0.2.${(number + route) % 50}`]);
  return { ...row, message, route, host, sender: random.pick(['', 'fabrikam.example']) };
}

function someDay(random: Random): number {
  const kind = random.next();
  if (kind < 0.1) {
    // A year, and two numbers of which the first is the month: where that is 13, there is no such day.
    return -1 - (2026 * 10_000 + random.integer(1, 13) * 100 + random.integer(1, 28));
  }
  return kind < 0.15 ? random.integer(18_000, 22_000) : 20_500 + random.integer(0, 6);
}

/** Adds rows of files up; `cutsOf`: behind which rows of a file another stretch begins. */
export function added(
  files: readonly (readonly ToldRow[])[],
  cutsOf: (rows: number) => readonly number[],
  flow = new MailFlow(),
): { flow: MailFlow; accounts: FileAccount[] } {
  const accounts = files.map((_, file) => new FileAccount(file, `${file}.csv`));
  for (const [file, rows] of files.entries()) {
    const account = accounts[file] as FileAccount;
    account.dates = MONTHS_FIRST;
    const ends = [...cutsOf(rows.length), rows.length];
    let begin = 0;
    for (const end of ends) {
      const facts = factsOf(rows.slice(begin, end), begin);
      const origin = { account, today: TODAY, linesBefore: begin, lines: end - begin };
      for (const _ of applyFacts(flow, facts, origin)) {
        // Whoever asks meanwhile takes what there is, and breaks nothing.
        flow.internal(() => true);
      }
      begin = end;
    }
  }
  return { flow, accounts };
}

function factsOf(rows: readonly ToldRow[], linesBefore: number) {
  const writer = new FactsWriter(new Names());
  const name = (text: string): number => (text === '' ? -1 : writer.names.of(text));
  for (const { message, route, tls, host, sender, day, seen, marks, line } of rows) {
    const { high, low } = textKey(message);
    if (route === undefined) {
      writer.passing(high, low, seen, line - linesBefore, day);
      continue;
    }
    const way = ROUTES[route] as Route;
    writer.crossing(high, low, way, tls | marks, name(host), name(sender), -1, line - linesBefore, day, 0);
    writer.account.used++;
  }
  return { ...writer.facts(), dates: { told: 'monthFirst', monthFirst: [], dayFirst: [] } as never };
}

/** What was counted: every message with its connector and peer, its day and its line; what days and files have. */
export function countedOf(flow: MailFlow): string[] {
  const told: string[] = [];
  for (const _ of flow.messages((id, day, rank) => {
    const { flow: number, tls, host, sender } = flow.peers.known(id);
    const { file, line } = lineOf(rank);
    const { direction, connector } = flow.flows.get(number);
    told.push([direction, JSON.stringify(connector), tls, host, sender, day, file, line].join('|'));
  })) {
    // Nobody waits.
  }
  return told.sort();
}

/** The same, worked out row by row of each message. */
export function countedBy(rows: readonly ToldRow[]): string[] {
  const told: string[] = [];
  const crossings = rows.filter((row) => row.route !== undefined && (row.marks & INTERNAL) === 0);
  for (const group of groupedBy(crossings, ({ message, route }) => `${message}|${route}`).values()) {
    const [first, ...others] = group.sort((a, b) => a.tls - b.tls || a.file - b.file || a.line - b.line) as [ToldRow];
    const { direction, connector } = ROUTES[first.route as number] as Route;
    const of = (field: 'host' | 'sender'): string => [first, ...others].find((row) => row[field] !== '')?.[field] ?? '';
    const day = Math.min(...group.map((row) => row.day));
    const { tls, file, line } = first;
    told.push([direction, JSON.stringify(connector), tls, of('host'), of('sender'), day, file, line].join('|'));
  }
  return told.sort();
}

/** Rows with the days that they turn out to be of: those of none are left out. */
export function datedRows(rows: readonly ToldRow[]): ToldRow[] {
  return rows.flatMap((row) => {
    const day = dayIn(row.day, 'monthFirst');
    return day === undefined ? [] : [{ ...row, day }];
  });
}

/** What has the same key, in order. */
export function groupedBy<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [one]);
    } else {
      group.push(one);
    }
  }
  return groups;
}
