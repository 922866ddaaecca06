/** Reads the inside of a connector value: `Name=Contoso;ConnectorType=Partner;…`. Keys come in lower case. */
export function readConnectorData(value: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const part of value.split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0) {
      pairs.set(part.slice(0, equals).trim().toLowerCase(), part.slice(equals + 1).trim());
    }
  }
  return pairs;
}
