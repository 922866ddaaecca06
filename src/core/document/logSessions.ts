import { detailOf, Kind, kindOf, meaningOfNote } from '../formats/protocolLog/meanings';
import type { Tls } from '../model/tls';
import { Columns } from '../reading/columns';
import type { MailFlowReport } from '../report/report';
import { cellsIn } from './lineCells';

/** True where a report is of SMTP protocol logs. */
export function isProtocolLog({ files }: Pick<MailFlowReport, 'files'>): boolean {
  return files.some(({ format }) => format === 'smtp-receive-protocol-log' || format === 'smtp-send-protocol-log');
}

/** The lines of a text, as an editor has them. Rows count from 0. */
export interface TextLines {
  readonly count: number;
  lineAt(row: number): string;
}

/** Rows that follow each other. */
export interface RowRange {
  readonly first: number;
  last: number;
}

/** A session of an SMTP protocol log, by the rows that tell of it. */
export interface LogSession extends RowRange {
  readonly session: string;
  readonly connector: string;
  /** The other side's address, with its port. */
  remote: string;
  /** Of the first row, as written. */
  readonly time: string;
  /** Rows of other sessions may stand between. */
  readonly runs: RowRange[];
  /** As the last TLS line tells; undefined where there is none. */
  tls: Tls | undefined;
}

const USUAL_FIELDS = [
  'date-time',
  'connector-id',
  'session-id',
  'sequence-number',
  'local-endpoint',
  'remote-endpoint',
  'event',
  'data',
  'context',
];
/** Rows between two pauses. */
const STEP = 200;

/** The sessions of a protocol log's text, by their first rows. Works in small steps. */
export function* readLogSessions(lines: TextLines): Generator<void, LogSession[]> {
  const sessions = new Map<string, LogSession>();
  let fields = new LogFields(USUAL_FIELDS);
  for (let row = 0; row < lines.count; row++) {
    const line = lines.lineAt(row);
    if (line.startsWith('#')) {
      fields = /^#Fields:/i.test(line) ? new LogFields(line.slice('#Fields:'.length).trim().split(',')) : fields;
    } else {
      fields.note(sessions, row, cellsIn(line, ','));
    }
    if (row % STEP === STEP - 1) {
      yield;
    }
  }
  return [...sessions.values()];
}

/** Where the fields of a row stand. */
class LogFields {
  readonly #time: number;
  readonly #connector: number;
  readonly #session: number;
  readonly #remote: number;
  readonly #context: number;

  constructor(titles: readonly string[]) {
    const columns = new Columns(titles);
    this.#time = columns.find('date-time');
    this.#connector = columns.find('connector-id');
    this.#session = columns.find('session-id');
    this.#remote = columns.find('remote-endpoint');
    this.#context = columns.find('context');
  }

  /** Adds a row to its session. A line that is none is passed over. */
  note(sessions: Map<string, LogSession>, row: number, cells: readonly string[]): void {
    const session = cells[this.#session] ?? '';
    if (session === '') {
      return;
    }
    const known = sessions.get(session);
    const remote = cells[this.#remote] ?? '';
    const meaning = meaningOfNote(cells[this.#context] ?? '');
    const tls = kindOf(meaning) === Kind.tls ? (detailOf(meaning) as Tls) : undefined;
    if (known === undefined) {
      const connector = cells[this.#connector] ?? '';
      const time = cells[this.#time] ?? '';
      const runs = [{ first: row, last: row }];
      sessions.set(session, { session, connector, remote, time, first: row, last: row, runs, tls });
      return;
    }
    const run = known.runs.at(-1);
    if (run !== undefined && run.last === row - 1) {
      run.last = row;
    } else {
      known.runs.push({ first: row, last: row });
    }
    known.last = row;
    known.remote ||= remote;
    known.tls = tls ?? known.tls;
  }
}

/**
 * What can be folded: a session as a whole, also around others that begin and end within it. Ranges must not cross: of two
 * sessions that do, the later one folds in parts, each of rows that follow each other.
 */
export function foldingOf(sessions: readonly LogSession[]): RowRange[] {
  const folds: RowRange[] = [];
  /** Ends of the sessions around, the innermost last. */
  const around: number[] = [];
  for (const session of sessions) {
    while ((around.at(-1) ?? Number.POSITIVE_INFINITY) < session.first) {
      around.pop();
    }
    if (session.last <= (around.at(-1) ?? Number.POSITIVE_INFINITY)) {
      around.push(session.last);
      folds.push({ first: session.first, last: session.last });
    } else {
      folds.push(...session.runs);
    }
  }
  return folds.filter(({ first, last }) => last > first).sort((a, b) => a.first - b.first);
}
