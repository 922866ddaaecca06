import { extendedTrace, type TraceRoute } from './extendedTrace';
import { Totals } from './totals';

const MODERN = [
  ['tls1.2', 55],
  ['tls1.3', 45],
] as const;

/** The mail of a fictional company: what the sample export tells. */
const ROUTES: readonly TraceRoute[] = [
  {
    direction: 'inbound',
    name: null,
    type: 'NoConnector',
    weight: 30,
    hosts: [
      { ip: '198.51.100.12', name: 'mx.northwind.example', weight: 5, tls: MODERN, domains: ['northwind.example'] },
      { ip: '2001:db8:40::25', name: 'out.litware.example', weight: 4, tls: MODERN, domains: ['litware.example'] },
      {
        ip: '203.0.113.77',
        name: 'mail.tailspin.example',
        weight: 2,
        tls: [
          ['tls1.2', 4],
          ['unknown', 3],
        ],
        domains: ['tailspin.example'],
      },
    ],
  },
  {
    direction: 'inbound',
    name: 'Fabrikam Partner',
    type: 'Partner',
    weight: 38,
    hosts: [
      {
        ip: '192.0.2.10',
        name: 'mx1.fabrikam.example',
        weight: 6,
        tls: MODERN,
        domains: ['fabrikam.example', 'sales.fabrikam.example'],
      },
      { ip: '192.0.2.11', name: 'mx2.fabrikam.example', weight: 5, tls: MODERN, domains: ['fabrikam.example'] },
      {
        ip: '192.0.2.99',
        name: 'warehouse.fabrikam.example',
        weight: 1.5,
        tls: [['tls1.0', 1]],
        domains: ['warehouse.fabrikam.example'],
      },
    ],
  },
  {
    direction: 'inbound',
    name: 'Contoso HQ',
    type: 'OnPremises',
    weight: 12,
    hosts: [
      {
        ip: '198.51.100.200',
        name: 'hq.contoso.example',
        weight: 1,
        tls: [['tls1.2', 1]],
        domains: ['contoso.example'],
      },
    ],
  },
  {
    direction: 'outbound',
    name: null,
    type: 'NoConnector',
    weight: 14,
    hosts: [
      {
        ip: '198.51.100.12',
        name: 'mx.northwind.example',
        weight: 4,
        tls: [...MODERN, ['unknown', 10]],
        domains: ['northwind.example'],
      },
      {
        ip: '203.0.113.150',
        name: 'mx.adatum.example',
        weight: 2,
        tls: [
          ['tls1.2', 8],
          ['unknown', 2],
        ],
        domains: ['adatum.example'],
      },
    ],
  },
  {
    direction: 'outbound',
    name: 'Fabrikam Delivery',
    type: 'Partner',
    weight: 6,
    hosts: [
      {
        ip: '192.0.2.10',
        name: 'mx1.fabrikam.example',
        weight: 1,
        tls: [['tls1.3', 1]],
        domains: ['fabrikam.example'],
      },
    ],
  },
];

const SUBJECTS = [
  'Order confirmation',
  'Invoice 2026-0231',
  'Re: Delivery on Thursday',
  'Minutes of the meeting',
  'Price list, spring 2026',
  'Your ticket was updated',
  'Re: "Pallets" and boxes',
  'Newsletter',
];

/** The export that the walkthrough opens: two weeks ending 2026-03-08. Always the same text. */
export function sampleTrace(totals = new Totals()): string {
  const lines = extendedTrace(
    {
      seed: 20260308,
      messages: 330,
      start: Date.UTC(2026, 1, 23),
      days: 14,
      routes: ROUTES,
      subjects: SUBJECTS,
      repeated: 0.02,
      otherEvents: 0.03,
      internal: 0.03,
      hopless: 0.01,
      disorder: 40,
    },
    totals,
  );
  return [...lines].join('');
}
