import { readConnectorData, readCustomData } from './customData';

/** What is needed of a row's `custom_data`; filled anew for each row. */
export class CustomDataFacts {
  tlsVersion = '';
  cipher = '';
  fromEntity = '';
  toEntity = '';
  proxyTarget = '';
  inboundConnector: ReadonlyMap<string, string> | undefined;
  outboundConnector: ReadonlyMap<string, string> | undefined;

  read(cell: string): void {
    this.tlsVersion = this.cipher = this.fromEntity = this.toEntity = this.proxyTarget = '';
    this.inboundConnector = this.outboundConnector = undefined;
    readCustomData(cell, (key, value) => this.#item(key, value));
  }

  #item(key: string, value: string): void {
    switch (key) {
      case 'tlsversion':
        this.tlsVersion = value.trim();
        break;
      case 'tlscipher':
        this.cipher = value.trim();
        break;
      case 'fromentity':
        this.fromEntity = value.trim().toLowerCase();
        break;
      case 'toentity':
        this.toEntity = value.trim().toLowerCase();
        break;
      case 'outboundproxytargethostname':
      case 'outboundproxytargetipaddress':
        this.proxyTarget ||= value.trim();
        break;
      case 'inboundconnectordata':
        this.inboundConnector = readConnectorData(value);
        break;
      case 'microsoft.exchange.hygiene.tenantoutboundconnectorcustomdata':
        this.outboundConnector = readConnectorData(value);
        break;
    }
  }
}
