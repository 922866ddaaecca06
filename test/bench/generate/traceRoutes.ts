import { type RemoteHost, remoteHosts } from './remoteHosts';

/** A way over the border. `type` null: the internet, without a connector. */
export interface TraceRoute {
  readonly name: string;
  readonly type: 'Partner' | 'OnPremises' | null;
  readonly hosts: readonly RemoteHost[];
}

type Weighted = readonly (readonly [route: TraceRoute, weight: number])[];

export const INBOUND_ROUTES: Weighted = [
  [{ name: 'AM6PR08MB4711\\Default AM6PR08MB4711', type: null, hosts: remoteHosts(0, 2000) }, 55],
  [{ name: 'Inbound from on-premises', type: 'OnPremises', hosts: remoteHosts(3000, 4) }, 20],
  [{ name: 'Partner Fabrikam, Inc. (TLS forced)', type: 'Partner', hosts: remoteHosts(3010, 8) }, 12],
  [{ name: 'Inbound "Prod" gateway EU', type: 'Partner', hosts: remoteHosts(3020, 6) }, 6],
  [{ name: 'Scan-to-mail', type: 'OnPremises', hosts: remoteHosts(3030, 40) }, 5],
  [{ name: 'Müller GmbH, Köln – Eingang', type: 'Partner', hosts: remoteHosts(3080, 3) }, 2],
];

export const OUTBOUND_ROUTES: Weighted = [
  [{ name: 'To_DefaultOpportunisticTLS', type: null, hosts: remoteHosts(0, 1500) }, 60],
  [{ name: 'Outbound to Partner Contoso', type: 'Partner', hosts: remoteHosts(3100, 5) }, 25],
  [{ name: 'To on-premises', type: 'OnPremises', hosts: remoteHosts(3000, 4) }, 15],
];
