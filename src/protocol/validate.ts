import { type Period, parseDay } from '../core/model/day';
import { TLS_STATES } from '../core/model/tls';
import type { DrillDownQuery } from '../core/report/drillDown';
import type { PageMessage } from './messages';

/** Checks what a page sent: a message of the contract with fields of the right kind, or undefined. */
export function parsePageMessage(value: unknown): PageMessage | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const message = value as Record<string, unknown>;
  switch (message.type) {
    case 'ready':
    case 'cancel':
    case 'reload':
    case 'openFile':
      return { type: message.type };
    case 'openReport':
      return typeof message.flyout === 'boolean' ? { type: 'openReport', flyout: message.flyout } : undefined;
    case 'openLine':
      return isCount(message.file) && isCount(message.line)
        ? { type: 'openLine', file: message.file, line: message.line }
        : undefined;
    case 'peers':
    case 'proofLines':
      return parseDrillDown(message.type, message);
    default:
      return undefined;
  }
}

function parseDrillDown(type: 'peers' | 'proofLines', message: Record<string, unknown>): PageMessage | undefined {
  const { request, skip } = message;
  const query = parseQuery(message.query);
  if (query === undefined || !isCount(request)) {
    return undefined;
  }
  if (type === 'peers') {
    return { type, request, query };
  }
  return isCount(skip) ? { type, request, query, skip } : undefined;
}

/** Fields that are not asked for are not there; one that is no such field makes the whole no query. */
function parseQuery(value: unknown): DrillDownQuery | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const { connector, tls, period, host, sender } = value as Record<string, unknown>;
  const state = TLS_STATES.find((one) => one === tls);
  const days = parsePeriod(period);
  const isWrong =
    (tls !== undefined && state === undefined) ||
    (period !== undefined && days === undefined) ||
    !(host === undefined || typeof host === 'string') ||
    !(sender === undefined || typeof sender === 'string');
  if (isWrong || typeof connector !== 'string') {
    return undefined;
  }
  return {
    connector,
    ...(state === undefined ? {} : { tls: state }),
    ...(days === undefined ? {} : { period: days }),
    ...(host === undefined ? {} : { host }),
    ...(sender === undefined ? {} : { sender }),
  };
}

function parsePeriod(value: unknown): Period | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const { start, end } = value as Record<string, unknown>;
  const isDay = (day: unknown): day is string => typeof day === 'string' && parseDay(day) !== undefined;
  return isDay(start) && isDay(end) ? { start, end } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
