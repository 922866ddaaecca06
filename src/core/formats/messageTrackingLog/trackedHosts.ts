import type { RecordCursor } from '../../reading/recordCursor';
import type { TrackingColumns } from './trackingColumns';

/** An address of the machine itself. */
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
const ADDRESS = /^\[?[\d.]+\]?$|:/;

/** Which of a row's hosts are the same: hosts come again and again, each is read once. */
export class TrackedHosts {
  readonly #columns: TrackingColumns;
  /** By the connector's number: the server its name begins with, empty for none. */
  readonly #servers = new Map<number, string>();
  readonly #labels = new Map<number, string>();
  readonly #addresses = new Map<number, string>();

  constructor(columns: TrackingColumns) {
    this.#columns = columns;
  }

  /** The server that logged the row, by its first label in small letters: the connector's, else the named one. */
  server(record: RecordCursor, connector: number): string {
    let server = this.#servers.get(connector);
    if (server === undefined) {
      const text = record.names.text(connector);
      server = text.slice(0, Math.max(0, text.indexOf('\\'))).toLowerCase();
      this.#servers.set(connector, server);
    }
    return server === '' ? this.#label(record, this.#columns.serverName) : server;
  }

  /** True where the client is the server itself, and had the message from nobody else. */
  isOwn(record: RecordCursor, server: string): boolean {
    const original = this.#address(record, this.#columns.originalClientIp);
    if (original !== '' && LOOPBACK.test(original)) {
      return true;
    }
    const client = this.#address(record, this.#columns.clientIp);
    return (original === '' || original === client) && (LOOPBACK.test(client) || this.#isServer(record, server));
  }

  /** True where the client had the message from another one and is not the server: it is an Exchange server, too. */
  isRelaying(record: RecordCursor, server: string): boolean {
    const original = this.#address(record, this.#columns.originalClientIp);
    const client = this.#address(record, this.#columns.clientIp);
    return original !== '' && client !== '' && original !== client && !this.#isServer(record, server);
  }

  /** The number of the client's name; -1 for none. */
  client(record: RecordCursor): number {
    const { clientName } = this.#columns;
    return record.hasText(clientName) ? record.nameOf(clientName) : -1;
  }

  /** The first label of a host's name in small letters; what follows in parentheses does not matter. */
  labelOf(record: RecordCursor, name: number): string {
    let label = this.#labels.get(name);
    if (label === undefined) {
      const text = record.names.text(name).replace(/\(.*$/s, '').trim().toLowerCase();
      label = ADDRESS.test(text) ? text : text.replace(/\..*$/s, '');
      this.#labels.set(name, label);
    }
    return label;
  }

  #isServer(record: RecordCursor, server: string): boolean {
    const { clientIp, clientName, serverIp } = this.#columns;
    const client = this.#address(record, clientIp);
    return (
      (client !== '' && client === this.#address(record, serverIp)) ||
      (server !== '' && server === this.#label(record, clientName))
    );
  }

  #label(record: RecordCursor, column: number): string {
    return record.hasText(column) ? this.labelOf(record, record.nameOf(column)) : '';
  }

  /** An address without the zone that Windows writes behind local ones; empty for none. */
  #address(record: RecordCursor, column: number): string {
    if (!record.hasText(column)) {
      return '';
    }
    const name = record.nameOf(column);
    let address = this.#addresses.get(name);
    if (address === undefined) {
      address = record.names.text(name).replace(/%.*$/s, '').trim().toLowerCase();
      this.#addresses.set(name, address);
    }
    return address;
  }
}
