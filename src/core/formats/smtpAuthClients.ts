import { apportion } from '../aggregate/apportion';
import { noCounts, Tls, volumeOf } from '../model/tls';
import { NO_PLAN } from '../reading/columnPlan';
import { type Columns, normalizeTitle } from '../reading/columns';
import { parseCount, parsePercent } from '../reading/localNumber';
import type { RecordCursor } from '../reading/recordCursor';
import type { FormatContext } from './format';
import { type TableRows, tableFormat } from './tableFormat';

/**
 * SMTP AUTH clients report of the Exchange admin centre (docs/formats.md): a row per sender that hands in mail with a password,
 * with messages per TLS version as percentages, numbers, or both. Neither inbound nor outbound mail.
 */
export const smtpAuthClients = tableFormat({
  id: 'smtp-auth-clients',
  has: (columns) => {
    const { sender, messages, tls } = positionsOf(columns);
    const isCounted = messages >= 0 || tls.some(({ isCount }) => isCount);
    return sender >= 0 && tls.length > 0 && isCounted && !columns.has('connector direction and name');
  },
  rows: (context, columns) => new ClientRows(context, columns),
});

const TLS_TITLE = /^(?:(notls)|tls1([0-3]))(count|percentage|percent)?$/;
const TLS_1: readonly Tls[] = [Tls.tls10, Tls.tls11, Tls.tls12, Tls.tls13];
/** `12 % (340)`, `12% 340`, or the other way round. */
const SHARE_AND_COUNT = /^([\d.,]+)\s*%\s*\(?\s*(\d[\d.,'’\s]*)\)?$/;
const COUNT_AND_SHARE = /^(\d[\d.,'’\s]*?)\s*\(\s*([\d.,]+)\s*%\s*\)$/;

interface TlsColumn {
  readonly column: number;
  readonly state: Tls;
  /** It holds numbers, by its title. */
  readonly isCount: boolean;
}

interface Positions {
  readonly sender: number;
  readonly date: number;
  readonly messages: number;
  readonly tls: readonly TlsColumn[];
}

class ClientRows implements TableRows {
  readonly plan = NO_PLAN;
  readonly #context: FormatContext;
  readonly #at: Positions;

  constructor(context: FormatContext, columns: Columns) {
    this.#context = context;
    this.#at = positionsOf(columns);
  }

  read(record: RecordCursor): void {
    const { facts } = this.#context;
    const read = this.#countsOf(record);
    if (read === undefined) {
      return;
    }
    facts.account.used++;
    facts.clients.push({
      sender: record.cell(this.#at.sender).trim(),
      date: record.cell(this.#at.date).trim(),
      ...read,
      proof: { file: 0, line: record.line },
    });
  }

  /** Messages per TLS state; undefined where the row is left out. */
  #countsOf(record: RecordCursor): { readonly counts: readonly number[]; readonly approximate: boolean } | undefined {
    const { account } = this.#context.facts;
    const cells = this.#at.tls.map(({ column, state, isCount }) => ({
      state,
      text: record.cell(column),
      ...readCell(record.cell(column), isCount),
    }));
    const bad = cells.find(({ share, count }) => share === undefined && count === undefined);
    if (bad !== undefined) {
      account.reject(record.line, 'badNumber', bad.text.slice(0, 60));
      return undefined;
    }
    const counts = noCounts();
    for (const { state, count } of cells) {
      counts[state] = (counts[state] ?? 0) + (count ?? 0);
    }
    const messages = this.#at.messages < 0 ? volumeOf(counts) : parseCount(record.cell(this.#at.messages));
    if (messages === undefined) {
      account.reject(record.line, 'badNumber', record.cell(this.#at.messages).slice(0, 60));
      return undefined;
    }
    if (cells.every(({ count }) => count !== undefined)) {
      return { counts: this.#completed(record, counts, messages), approximate: false };
    }
    const shares = noCounts();
    for (const { state, share, count } of cells) {
      const percent = share ?? (messages === 0 ? 0 : (100 * (count ?? 0)) / messages);
      shares[state] = (shares[state] ?? 0) + percent;
    }
    const { counts: worked, excess } = apportion(messages, shares);
    if (excess !== undefined) {
      account.problem(record.line, 'percentExcess', String(excess));
    }
    return { counts: worked, approximate: true };
  }

  /** What is missing from all messages is unknown; where there is more than all, everything is. */
  #completed(record: RecordCursor, counts: number[], messages: number): number[] {
    const known = volumeOf(counts);
    if (known <= messages) {
      counts[Tls.unknown] = messages - known;
      return counts;
    }
    const percent = messages === 0 ? 0 : Number(((100 * known) / messages).toFixed(2));
    this.#context.facts.account.problem(record.line, 'percentExcess', String(percent));
    const unknown = noCounts();
    unknown[Tls.unknown] = messages;
    return unknown;
  }
}

function positionsOf(columns: Columns): Positions {
  const tls: TlsColumn[] = [];
  columns.titles.forEach((title, column) => {
    const found = TLS_TITLE.exec(normalizeTitle(title));
    if (found !== null) {
      const state = found[1] === undefined ? (TLS_1[Number(found[2])] ?? Tls.tls) : Tls.none;
      tls.push({ column, state, isCount: found[3] === 'count' });
    }
  });
  return {
    sender: columns.find('sender address', 'sender', 'user'),
    date: columns.find('date'),
    messages: columns.find('messages sent', 'message count', 'messages', 'total count', 'volume'),
    tls,
  };
}

/** The percentage and the number of a cell, as far as it tells them; neither where it cannot be read. */
function readCell(text: string, isCount: boolean): { readonly share?: number; readonly count?: number } {
  const trimmed = text.trim();
  if (isCount) {
    return told(undefined, trimmed === '' ? 0 : parseCount(trimmed));
  }
  const shareFirst = SHARE_AND_COUNT.exec(trimmed);
  const found = shareFirst ?? COUNT_AND_SHARE.exec(trimmed);
  if (found !== null) {
    const [share, count] = shareFirst === null ? [found[2], found[1]] : [found[1], found[2]];
    return told(parsePercent(share ?? ''), parseCount(count ?? ''));
  }
  return told(parsePercent(trimmed), undefined);
}

function told(
  share: number | undefined,
  count: number | undefined,
): { readonly share?: number; readonly count?: number } {
  return { ...(share === undefined ? {} : { share }), ...(count === undefined ? {} : { count }) };
}
