/** What a value is; stand-ins are called after it. */
export type ValueKind =
  | 'ip'
  | 'host'
  | 'domain'
  | 'connector'
  | 'file'
  | 'folder'
  | 'cipher'
  | 'certificate'
  | 'organization'
  | 'client';

const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const IPV6 = /^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.%]*$/i;

/** An address, or a name. */
export function hostKind(host: string): 'ip' | 'host' {
  const bare = host.replace(/^\[|\]$/g, '');
  return IPV4.test(bare) || IPV6.test(bare) ? 'ip' : 'host';
}

/**
 * Stand-ins for values, such as `host-1`: the same for the same value, without regard to case, wherever it stands. None is
 * itself one of the values that are replaced.
 */
export class Pseudonyms {
  readonly #originals: ReadonlySet<string>;
  readonly #standIns = new Map<string, string>();
  readonly #last = new Map<ValueKind, number>();

  /** `originals`: every value that may be replaced. */
  constructor(originals: Iterable<string>) {
    this.#originals = new Set([...originals].map((value) => value.toLowerCase()));
  }

  /** The stand-in of a value; an empty one stays. What a value is called after is decided where it comes first. */
  of(kind: ValueKind, value: string): string {
    const key = value.toLowerCase();
    let standIn = key === '' ? '' : this.#standIns.get(key);
    if (standIn === undefined) {
      standIn = this.#next(kind);
      this.#standIns.set(key, standIn);
    }
    return standIn;
  }

  #next(kind: ValueKind): string {
    let number = this.#last.get(kind) ?? 0;
    let standIn: string;
    do {
      standIn = `${kind}-${++number}`;
    } while (this.#originals.has(standIn));
    this.#last.set(kind, number);
    return standIn;
  }
}
