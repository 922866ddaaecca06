import type { ConnectorType } from '../model/connector';
import { normalizeTitle } from '../reading/columns';

/** Reads a connector's type as reports and commands write it; anything else is unknown. */
export function readConnectorType(text: string): ConnectorType {
  switch (normalizeTitle(text)) {
    case 'partner':
      return 'Partner';
    case 'onpremises':
      return 'OnPremises';
    case 'noconnector':
      return 'NoConnector';
    default:
      return 'Unknown';
  }
}
