import { DIRECTIONS, type Direction } from '../model/connector';
import { TLS_STATES, type TlsState } from '../model/tls';

/** What an assistant asks for: connectors with mail in one of these states, in one direction or both. */
export interface AssistantQuestion {
  readonly tls: readonly TlsState[];
  readonly direction: Direction | null;
}

/** What is asked where nothing else is: who still uses TLS 1.0. */
const USUAL: readonly TlsState[] = ['tls1.0'];

/**
 * Reads what an assistant hands over, which VS Code does not hold against the schema in package.json. Throws with a sentence that
 * an assistant can go by.
 */
export function readQuestion(input: unknown): AssistantQuestion {
  const { tls, direction, ...others } = typeof input === 'object' && input !== null ? (input as Given) : {};
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw new Error(`There is no "${unknown.slice(0, 40)}" to ask for; there are "tls" and "direction".`);
  }
  const asked: readonly unknown[] | undefined = tls === undefined ? USUAL : Array.isArray(tls) ? tls : undefined;
  const states = TLS_STATES.filter((state) => asked?.includes(state));
  if (asked === undefined || states.length === 0 || states.length < new Set(asked).size) {
    throw new Error(`"tls" is a list of one or more of ${TLS_STATES.join(', ')}.`);
  }
  const known = DIRECTIONS.find((one) => one === direction) ?? null;
  if (direction !== undefined && known === null) {
    throw new Error(`"direction" is ${DIRECTIONS.join(' or ')}.`);
  }
  return { tls: states, direction: known };
}

interface Given {
  readonly tls?: unknown;
  readonly direction?: unknown;
}
