/** Connectors that Exchange uses between its own services and servers, also translated (docs/formats.md). */
const IMPLICIT =
  /^(Inbound Proxy Internal Send Connector|Intra-Organization SMTP Send Connector|Client Proxy Send Connector|internalproxy|组织内 SMTP 发送连接器|EdgeSync - Inbound to .+)$/i;

/** True for a send connector that no administrator has made: mail over it stays inside. */
export function isImplicitConnector(name: string): boolean {
  return IMPLICIT.test(name);
}
