import { customData, TRACE_HEADER, traceLine } from './traceRow';

/** So many messages of one kind, on one day. */
export interface Mail {
  readonly count: number;
  /** As `S:tlsversion` tells it; inbound mail without one is of unknown TLS state. */
  readonly version?: string;
  readonly cipher?: string;
  /** A UTC day. */
  readonly day?: string;
  /** The address of the other side. */
  readonly host?: string;
  /** A sender's address. */
  readonly sender?: string;
  /** The connector's type; empty: not told. */
  readonly type?: string;
  readonly connector?: string;
  readonly out?: boolean;
}

export const TLS10 = 'SP_PROT_TLS1_0_SERVER';
export const TLS11 = 'SP_PROT_TLS1_1_SERVER';
export const TLS12 = 'SP_PROT_TLS1_2_SERVER';

/** An Extended trace of that mail, a row for each message, in its order: message `n` stands on line `n + 1`. */
export function traceOf(mails: readonly Mail[]): string {
  let id = 0;
  const lines = mails.flatMap((mail) => Array.from({ length: mail.count }, () => lineOf(mail, String(id++))));
  return TRACE_HEADER + lines.join('');
}

function lineOf(mail: Mail, id: string): string {
  const { version = '', cipher = '', day = '2026-03-02', host = '', sender = '', out = false } = mail;
  const { type = 'Partner', connector = 'Fabrikam' } = mail;
  const name = type === '' ? `Name=${connector}` : `Name=${connector};ConnectorType=${type}`;
  return traceLine({
    date_time_utc: `${day}T08:00:00.0000000Z`,
    source: 'SMTP',
    event_id: out ? 'SENDEXTERNAL' : 'RECEIVE',
    network_message_id: id,
    original_client_ip: host,
    sender_address: sender,
    source_context: out ? `using ${version}` : '',
    directionality: out ? 'Originating' : 'Incoming',
    custom_data: out
      ? ''
      : customData([
          ['InboundConnectorData', name],
          ['tlsversion', version],
          ['tlscipher', cipher],
        ]),
  });
}
