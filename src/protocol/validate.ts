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
    default:
      return undefined;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
