import { COLUMN_ROLES, type ColumnRole } from '../core/model/columnMapping';
import { DIRECTIONS, type Direction } from '../core/model/connector';
import { type Period, parseDay } from '../core/model/day';
import { TLS_STATES } from '../core/model/tls';
import { type DrillDownQuery, LINES_A_TIME } from '../core/report/drillDown';
import { parseChartPicture } from './chartPicture';
import { restoreChoices } from './choices';
import { parseInsightRequest } from './insightActions';
import { type ColumnChoices, type PageMessage, REPORT_COMMANDS } from './messages';
import { restoreSupposed } from './supposed';

/** No title of a column is longer. */
const LONGEST_TITLE = 10_000;

/** The longest text that is put on the clipboard: some 20,000 rows of the details table, twice over. */
const LONGEST_COPY = 16_000_000;

/** Checks what a page sent: a message of the contract with fields of the right kind, or undefined. */
export function parsePageMessage(message: unknown): PageMessage | undefined {
  if (!isRecord(message)) {
    return undefined;
  }
  switch (message.type) {
    case 'ready':
    case 'cancel':
    case 'reload':
    case 'openFile':
    case 'closeComparison':
    case 'removeMapping':
      return { type: message.type };
    case 'openReport':
      return typeof message.flyout === 'boolean' && isDirectionOrNull(message.direction)
        ? { type: 'openReport', flyout: message.flyout, direction: message.direction }
        : undefined;
    case 'openLine':
      return isCount(message.file) && isCount(message.line)
        ? { type: 'openLine', file: message.file, line: message.line }
        : undefined;
    case 'copy':
      return typeof message.text === 'string' && message.text.length <= LONGEST_COPY
        ? { type: 'copy', text: message.text }
        : undefined;
    case 'remember':
      return isRecord(message.choices) ? { type: 'remember', choices: restoreChoices(message.choices) } : undefined;
    case 'peers':
    case 'proofLines':
      return parseDrillDown(message.type, message);
    case 'lineTexts':
      return isCount(message.request) && isCount(message.file) && areLines(message.lines)
        ? { type: 'lineTexts', request: message.request, file: message.file, lines: [...message.lines] }
        : undefined;
    case 'chooseFormat':
    case 'mapColumns':
      return isCount(message.file) ? { type: message.type, file: message.file } : undefined;
    case 'saveChart': {
      const picture = parseChartPicture(message);
      return picture === undefined ? undefined : { type: 'saveChart', ...picture };
    }
    case 'insightAction': {
      const request = parseInsightRequest(message);
      return request === undefined ? undefined : { type: 'insightAction', ...request };
    }
    case 'run': {
      const command = REPORT_COMMANDS.find((one) => one === message.command);
      return command === undefined ? undefined : { type: 'run', command };
    }
    case 'whatIf': {
      const supposed = restoreSupposed(message.supposed);
      return supposed !== null && isCount(message.request)
        ? { type: 'whatIf', request: message.request, supposed }
        : undefined;
    }
    case 'applyMapping': {
      const choices = parseChoices(message.choices);
      return choices === undefined ? undefined : { type: 'applyMapping', choices };
    }
    default:
      return undefined;
  }
}

function isDirectionOrNull(value: unknown): value is Direction | null {
  return value === null || DIRECTIONS.some((direction) => direction === value);
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
  if (!isRecord(value)) {
    return undefined;
  }
  const { connector, tls, period, host, sender } = value;
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

/** Line numbers that rise, not too many. */
function areLines(value: unknown): value is readonly number[] {
  return (
    Array.isArray(value) &&
    value.length <= LINES_A_TIME &&
    value.every((line, index) => isCount(line) && line > (index === 0 ? 0 : value[index - 1]))
  );
}

function parsePeriod(value: unknown): Period | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const { start, end } = value;
  const isDay = (day: unknown): day is string => typeof day === 'string' && parseDay(day) !== undefined;
  return isDay(start) && isDay(end) ? { start, end } : undefined;
}

/** What the user says of columns, as far as it can be checked without the file. */
export function parseChoices(value: unknown): ColumnChoices | undefined {
  if (!isRecord(value) || !isRecord(value.columns)) {
    return undefined;
  }
  const columns: Partial<Record<ColumnRole, string>> = {};
  for (const [role, title] of Object.entries(value.columns)) {
    const known = COLUMN_ROLES.find((one) => one === role);
    if (known === undefined || typeof title !== 'string' || title === '' || title.length > LONGEST_TITLE) {
      return undefined;
    }
    columns[known] = title;
  }
  const direction = DIRECTIONS.find((one) => one === value.direction) ?? null;
  return value.direction === direction ? { columns, direction } : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
