import type { Account } from '../../facts/account';
import type { FactsWriter } from '../../facts/factsWriter';
import { type ConnectorType, DIRECTIONS, type Direction } from '../../model/connector';
import { normalizeTitle } from '../../reading/columns';
import { parseFlag } from '../../reading/localFlag';

/** A connector's properties, as Get-InboundConnector and Get-OutboundConnector name them, and an export shows them. */
export interface ConnectorProperties {
  /** True where the export shows the property, empty or not. */
  has(title: string): boolean;
  /** Empty where the export does not show it, or it is empty. */
  text(title: string): string;
}

/** Properties that only one kind of connector has; the first of each is a yes or no, which is never empty. */
const MARKS: Readonly<Record<Direction, readonly [string, string, ...string[]]>> = {
  inbound: ['RequireTls', 'SenderDomains'],
  outbound: ['UseMXRecord', 'SmartHosts', 'TlsSettings'],
};

/** Names of types, and the numbers of `Microsoft.Exchange.Data.TenantConnectorType` (docs/formats.md). */
const TYPES: ReadonlyMap<string, ConnectorType> = new Map([
  ['partner', 'Partner'],
  ['onpremises', 'OnPremises'],
  ['1', 'OnPremises'],
  ['2', 'Partner'],
]);
/** Names of what is asked of the other side, and the numbers of `Microsoft.Exchange.Data.TlsAuthLevel`; none: no TLS. */
const TLS_SETTINGS: ReadonlyMap<string, boolean> = new Map([
  ['', false],
  ['encryptiononly', true],
  ['certificatevalidation', true],
  ['domainvalidation', true],
  ['1', true],
  ['2', true],
  ['4', true],
]);
/** How much of a value is shown. */
const SHOWN = 60;

/**
 * True where these are properties of a connector of Exchange Online. Connectors of Exchange Server have RequireTls and
 * SmartHosts too, and no type.
 */
export function showsConnectors(has: (title: string) => boolean): boolean {
  const isOnline = has('SenderDomains') || has('TlsSettings') || has('UseMXRecord');
  return (
    (has('Name') || has('Identity')) && (isOnline || (has('ConnectorType') && (has('RequireTls') || has('SmartHosts'))))
  );
}

/** Writes down what a connector's properties tell, or leaves it out with a reason. `line`: its first one. */
export function readDefinition(connector: ConnectorProperties, line: number, facts: FactsWriter): void {
  const { account } = facts;
  const name = (connector.text('Name') || connector.text('Identity')).trim();
  const direction = directionOf(connector);
  if (name === '' || direction === undefined) {
    account.reject(line, name === '' ? 'noConnectorName' : 'unknownDirection', name.slice(0, SHOWN));
    return;
  }
  const values = new Values(connector, line, account);
  const type = values.read('ConnectorType', (text) => (text === '' ? 'Unknown' : TYPES.get(text))) ?? 'Unknown';
  const forcedTls =
    direction === 'inbound'
      ? requiredTls(values.flag('RequireTls'), type)
      : values.read('TlsSettings', (text) => TLS_SETTINGS.get(text));
  const certificate = connector.text(direction === 'inbound' ? 'TlsSenderCertificateName' : 'TlsDomain').trim();
  const isEnabled = values.flag('Enabled');
  account.used++;
  facts.definitions.push({ direction, name, type, forcedTls, certificate, isEnabled, line });
}

/** Of other connectors than those of partners, RequireTls is told by what identifies the other side: no is no answer. */
function requiredTls(required: boolean | null, type: ConnectorType): boolean | null {
  return required === false && type !== 'Partner' ? null : required;
}

/** The direction by what only one kind has; undefined where nothing or both tell. */
function directionOf(connector: ConnectorProperties): Direction | undefined {
  const filled = directionsWhere((title) => connector.text(title) !== '');
  if (filled.length > 0) {
    return onlyOne(filled);
  }
  // A list of both kinds shows the properties of its first one: where a yes or no is empty, it is one of the other kind.
  const hasFlag = DIRECTIONS.some((direction) => connector.has(MARKS[direction][0]));
  return hasFlag ? undefined : onlyOne(directionsWhere((title) => connector.has(title)));
}

function directionsWhere(isShown: (title: string) => boolean): Direction[] {
  return DIRECTIONS.filter((direction) => MARKS[direction].some(isShown));
}

function onlyOne(directions: readonly Direction[]): Direction | undefined {
  return directions.length === 1 ? directions[0] : undefined;
}

/** Values of a connector's properties: one that is none of those known is reported and not told. */
class Values {
  readonly #connector: ConnectorProperties;
  readonly #line: number;
  readonly #account: Account;

  constructor(connector: ConnectorProperties, line: number, account: Account) {
    this.#connector = connector;
    this.#line = line;
    this.#account = account;
  }

  flag(title: string): boolean | null {
    return this.read(title, (text) => (text === '' ? null : parseFlag(text)));
  }

  /** `known`: what a text means, in lower case and without spaces; undefined where it means nothing. */
  read<Value>(title: string, known: (text: string) => Value | undefined): Value | null {
    if (!this.#connector.has(title)) {
      return null;
    }
    const text = this.#connector.text(title).trim();
    const value = known(normalizeTitle(text));
    if (value === undefined) {
      this.#account.problem(this.#line, 'unknownSetting', `${text.slice(0, SHOWN)}\t${title}`);
      return null;
    }
    return value;
  }
}
