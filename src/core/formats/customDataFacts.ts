import { parseTlsVersion, type Tls } from '../model/tls';
import type { ColumnPlan, Slot } from '../reading/columnPlan';
import type { Names } from '../reading/names';
import { NO_ITEM, type RecordCursor } from '../reading/recordCursor';
import { type ToldConnector, toldConnector } from './connectorData';

const KEYS = [
  'tlsversion',
  'tlscipher',
  'fromentity',
  'toentity',
  'inboundconnectordata',
  'microsoft.exchange.hygiene.tenantoutboundconnectorcustomdata',
  'outboundproxytargethostname',
  'outboundproxytargetipaddress',
] as const;
const [VERSION, CIPHER, FROM, TO, INBOUND, OUTBOUND, PROXY_NAME, PROXY_ADDRESS] = KEYS.map((_, index) => index) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** What `S:FromEntity` and `S:ToEntity` name. */
export type Entity = 'outside' | 'hosted' | 'other';
const ENTITIES: ReadonlyMap<string, Entity> = new Map<string, Entity>([
  ['internet', 'outside'],
  ['hybridonprem', 'outside'],
  ['partner', 'outside'],
  ['hosted', 'hosted'],
]);

/** Reads the value of `S:FromEntity` or `S:ToEntity`. */
export function entityOf(value: string): Entity {
  return ENTITIES.get(value.trim().toLowerCase()) ?? 'other';
}

/** What is needed of a row's `custom_data` (docs/formats.md). Values come again and again: each is read once. */
export class CustomDataFacts {
  readonly #slot: Slot;
  readonly #versions = new Map<number, Tls | undefined>();
  readonly #entities = new Map<number, Entity>();
  readonly #connectors = new Map<number, ToldConnector>();
  readonly #trimmed = new Map<number, number>();

  constructor(plan: ColumnPlan, column: number) {
    this.#slot = plan.items(column, KEYS);
  }

  /** Where a row holds what {@link from}, {@link to} and {@link inboundConnector} go by. */
  get wayNames(): readonly Slot[] {
    return [FROM, TO, INBOUND].map((key) => this.#slot + key);
  }

  /** The TLS state that the row tells; undefined where it tells none. */
  tls(record: RecordCursor): Tls | undefined {
    const item = record.item(this.#slot, VERSION);
    if (item === NO_ITEM) {
      return undefined;
    }
    return known(this.#versions, item, () => {
      const version = record.names.text(item).trim();
      return version === '' ? undefined : parseTlsVersion(version);
    });
  }

  /** The number of the cipher's name; -1 for none. */
  cipher(record: RecordCursor): number {
    return this.#text(record, CIPHER);
  }

  from(record: RecordCursor): Entity {
    return this.#entity(record, FROM);
  }

  to(record: RecordCursor): Entity {
    return this.#entity(record, TO);
  }

  inboundConnector(record: RecordCursor): ToldConnector | undefined {
    return this.#connector(record, INBOUND);
  }

  outboundConnector(record: RecordCursor): ToldConnector | undefined {
    return this.#connector(record, OUTBOUND);
  }

  /** The number of the name of the next host's proxy target, else of its address; -1 for none. */
  proxyTarget(record: RecordCursor): number {
    const name = this.#text(record, PROXY_NAME);
    return name >= 0 ? name : this.#text(record, PROXY_ADDRESS);
  }

  #text(record: RecordCursor, key: number): number {
    const item = record.item(this.#slot, key);
    return item === NO_ITEM ? -1 : (known(this.#trimmed, item, () => trimmed(record.names, item)) ?? -1);
  }

  #entity(record: RecordCursor, key: number): Entity {
    const item = record.item(this.#slot, key);
    return item === NO_ITEM ? 'other' : known(this.#entities, item, () => entityOf(record.names.text(item)));
  }

  #connector(record: RecordCursor, key: number): ToldConnector | undefined {
    const item = record.item(this.#slot, key);
    return item === NO_ITEM ? undefined : known(this.#connectors, item, () => toldConnector(record.names.text(item)));
  }
}

/** What was found for a number, found now where it was not. */
function known<Value>(found: Map<number, Value>, name: number, find: () => Value): Value {
  let value = found.get(name);
  if (value === undefined) {
    value = find();
    found.set(name, value);
  }
  return value;
}

function trimmed(names: Names, name: number): number {
  const text = names.text(name);
  const bare = text.trim();
  return bare === text ? (text === '' ? -1 : name) : bare === '' ? -1 : names.of(bare);
}
