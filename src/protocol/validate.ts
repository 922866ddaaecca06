import type { Direction } from '../core/model/connector';
import { restoreChoices } from './choices';
import type { PageMessage } from './messages';

/** The longest text that is put on the clipboard: some 20,000 rows of the details table, twice over. */
const LONGEST_COPY = 16_000_000;

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
      return typeof message.choices === 'object' && message.choices !== null
        ? { type: 'remember', choices: restoreChoices(message.choices) }
        : undefined;
    default:
      return undefined;
  }
}

function isDirectionOrNull(value: unknown): value is Direction | null {
  return value === null || value === 'inbound' || value === 'outbound';
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
