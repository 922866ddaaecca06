import { parseTlsVersion, type Tls } from '../model/tls';
import type { ColumnPlan, CrossingCells, Slot } from '../reading/columnPlan';
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

  /** Where a row holds what else is wanted of a hop over the border. */
  get crossingItems(): CrossingCells['items'] {
    const at = (key: number): Slot => this.#slot + key;
    return {
      inbound: [at(VERSION), at(INBOUND), at(CIPHER), at(PROXY_NAME), at(PROXY_ADDRESS)],
      outbound: [at(VERSION), at(OUTBOUND), at(CIPHER), at(PROXY_NAME), at(PROXY_ADDRESS)],
    };
  }

  from(record: RecordCursor): Entity {
    return this.#entity(record, FROM);
  }

  to(record: RecordCursor): Entity {
    return this.#entity(record, TO);
  }

  inboundConnector(record: RecordCursor): ToldConnector | undefined {
    return this.connectorOf(record.item(this.#slot, INBOUND), record.names);
  }

  /** The items that tell of a hop: version, connector, cipher, name and address of the proxy's target. */
  crossing(record: RecordCursor, isInbound: boolean): CrossingItems {
    const told = record.item(this.#slot, isInbound ? INBOUND : OUTBOUND);
    const [version, cipher] = [record.item(this.#slot, VERSION), record.item(this.#slot, CIPHER)];
    const [proxyName, proxyAddress] = [record.item(this.#slot, PROXY_NAME), record.item(this.#slot, PROXY_ADDRESS)];
    return { version, told, cipher, proxyName, proxyAddress };
  }

  /** The TLS state that an item tells; undefined where it tells none. */
  tlsOf(item: number, names: Names): Tls | undefined {
    if (item === NO_ITEM) {
      return undefined;
    }
    return known(this.#versions, item, () => {
      const version = names.text(item).trim();
      return version === '' ? undefined : parseTlsVersion(version);
    });
  }

  /** The number of an item's text, without white space around it; -1 for none. */
  textOf(item: number, names: Names): number {
    return item === NO_ITEM ? -1 : (known(this.#trimmed, item, () => trimmed(names, item)) ?? -1);
  }

  /** The connector that an item tells. */
  connectorOf(item: number, names: Names): ToldConnector | undefined {
    return item === NO_ITEM ? undefined : known(this.#connectors, item, () => toldConnector(names.text(item)));
  }

  #entity(record: RecordCursor, key: number): Entity {
    const item = record.item(this.#slot, key);
    return item === NO_ITEM ? 'other' : known(this.#entities, item, () => entityOf(record.names.text(item)));
  }
}

/** Numbers of items' texts, `NO_ITEM` where there is none. */
export interface CrossingItems {
  readonly version: number;
  readonly told: number;
  readonly cipher: number;
  readonly proxyName: number;
  readonly proxyAddress: number;
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
