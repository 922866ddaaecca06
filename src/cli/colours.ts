import type { TextPart } from '../core/report/text';

/** SGR parameters of ANSI escape sequences. */
const LOOKS: Readonly<Record<TextPart, string>> = { heading: '1', warning: '1;33', information: '36' };

/** What a terminal says of itself. */
export interface Terminal {
  readonly isTTY?: boolean;
}

/** True where colours can be shown and are wanted: on a terminal, unless NO_COLOR is set (no-color.org). */
export function hasColours({ isTTY }: Terminal, environment: Readonly<Record<string, string | undefined>>): boolean {
  const { NO_COLOR: refused = '', TERM: terminal } = environment;
  return isTTY === true && refused === '' && terminal !== 'dumb';
}

/** Gives a part of the text its look. */
export function painted(part: TextPart, text: string): string {
  return `\u001b[${LOOKS[part]}m${text}\u001b[0m`;
}
