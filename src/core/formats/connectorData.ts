import type { ConnectorType } from '../model/connector';

/** A connector as an item of `custom_data` names it. */
export interface ToldConnector {
  readonly name: string;
  readonly type: ConnectorType;
}

/** Reads a connector value: `Name=Contoso;ConnectorType=Partner;…`. The name is empty where it tells none. */
export function toldConnector(value: string): ToldConnector {
  const data = readConnectorData(value);
  return { name: data.get('name') ?? '', type: typeOf(data.get('connectortype') ?? '') };
}

/** The pairs of a connector value. Keys come in lower case. */
function readConnectorData(value: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const part of value.split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0) {
      pairs.set(part.slice(0, equals).trim().toLowerCase(), part.slice(equals + 1).trim());
    }
  }
  return pairs;
}

function typeOf(text: string): ConnectorType {
  return /^partner$/i.test(text) ? 'Partner' : /^on-?premises$/i.test(text) ? 'OnPremises' : 'Unknown';
}
