import { type ParseArgsConfig, parseArgs } from 'node:util';
import { parseDay } from '../../core/model/day';

/** A command line that cannot be carried out; the message says what is wrong with it. */
export class UsageError extends Error {}

/** Reads options and what stands beside them. Throws {@link UsageError} for an option that there is not. */
export function parseOptions<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? plainly(error) : String(error));
  }
}

/** What Node says of an option, in our words. */
function plainly({ message }: Error): string {
  const [, option] = /'(?:-\w, )?(--?[^\s'=]+)/.exec(message) ?? [];
  if (option === undefined) {
    return message;
  }
  if (message.startsWith('Unknown option')) {
    return `unknown option ${option}`;
  }
  return `${option} ${message.includes('does not take') ? 'takes no value' : 'needs a value'}`;
}

/** One of several words. */
export function choice<T extends string>(text: string, option: string, choices: readonly T[]): T {
  const found = choices.find((one) => one === text);
  if (found === undefined) {
    throw new UsageError(`${option} takes ${choices.join(', ')}, not ${text}`);
  }
  return found;
}

/** A UTC day. */
export function dayOption(text: string | undefined, option: string): string | undefined {
  if (text !== undefined && parseDay(text) === undefined) {
    throw new UsageError(`${option} takes a day such as 2026-03-02, not ${text}`);
  }
  return text;
}

/** A number from 0 to `most`; 100 is a percentage. */
export function numberOption(text: string | undefined, option: string, most: number): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0 || value > most) {
    throw new UsageError(`${option} takes a number from 0${most === 100 ? ' to 100 (per cent)' : ' up'}, not ${text}`);
  }
  return value;
}
