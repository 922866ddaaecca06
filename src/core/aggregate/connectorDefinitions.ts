import type { ConnectorDefinition } from '../model/connectorDefinition';
import { isBefore, type SourceLine } from '../model/messageFlow';
import { ownText } from '../reading/ownText';

/** What all definitions of one connector tell together, whatever their order: what they do not agree on is not told. */
export class DefinedConnector {
  readonly #forcedTls = new Set<boolean>();
  readonly #certificates = new Set<string>();
  readonly #enabled = new Set<boolean>();
  #first: SourceLine;
  #last: SourceLine;

  /** `told`: a line that defines it. */
  constructor(told: SourceLine) {
    this.#first = told;
    this.#last = told;
  }

  add({ forcedTls, certificate, isEnabled }: ConnectorDefinition, told: SourceLine): void {
    this.#first = isBefore(told, this.#first) ? told : this.#first;
    this.#last = isBefore(this.#last, told) ? told : this.#last;
    if (forcedTls !== null) {
      this.#forcedTls.add(forcedTls);
    }
    if (certificate !== '') {
      this.#certificates.add(ownText(certificate));
    }
    if (isEnabled !== null) {
      this.#enabled.add(isEnabled);
    }
  }

  get forcedTls(): boolean | null {
    return onlyOne(this.#forcedTls) ?? null;
  }

  /** Null where none is asked for, or it is not told. */
  get certificate(): string | null {
    return onlyOne(this.#certificates) ?? null;
  }

  get isEnabled(): boolean | null {
    return onlyOne(this.#enabled) ?? null;
  }

  /** The first line that defines it. */
  get first(): SourceLine {
    return this.#first;
  }

  /** The last line that defines it, where definitions differ in more than the type; else undefined. */
  get differing(): SourceLine | undefined {
    return [this.#forcedTls, this.#certificates, this.#enabled].some(({ size }) => size > 1) ? this.#last : undefined;
  }
}

/** The connectors that are defined, by the key of their flows. */
export class ConnectorDefinitions {
  readonly #byKey = new Map<string, DefinedConnector>();

  add(key: string, definition: ConnectorDefinition, told: SourceLine): void {
    let known = this.#byKey.get(key);
    if (known === undefined) {
      known = new DefinedConnector(told);
      this.#byKey.set(key, known);
    }
    known.add(definition, told);
  }

  get(key: string): DefinedConnector | undefined {
    return this.#byKey.get(key);
  }
}

function onlyOne<Value>(values: ReadonlySet<Value>): Value | undefined {
  const [value] = values;
  return values.size === 1 ? value : undefined;
}
