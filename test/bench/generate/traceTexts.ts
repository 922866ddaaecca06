import { Random } from '../../generate/random';
import { customData } from '../../generate/traceRow';
import { csvLine } from './quoting';

const random = new Random(20_260_301);

const WORDS = [
  ...['Invoice', 'Re: offer', 'FW: quarterly report', 'Meeting', 'Ticket #4711', 'Newsletter', 'Password reset'],
  ...['Holiday schedule', 'Backup report SRV-07', 'Scan from MFP', 'Order confirmation', 'offer 50%', 'Delivery note'],
];
const FOREIGN_WORDS = ['Überweisung', 'naïve résumé', '請求書', 'Заказ', 'déjà vu', 'Größe – 20 €', 'προσφορά'];

/** What a reader that loses track of quotes takes for a record of its own: 27 fields, the last with a connector. */
const FAKE_RECORD = csvLine(
  [
    '2026-03-11T00:00:00.0000000Z',
    ...Array.from({ length: 25 }, (_, index) => `fake ${index}`),
    'S:FromEntity=Internet;S:tlsversion=SP_PROT_TLS1_0_SERVER',
  ],
  'needed',
);

/** Subjects: one in twelve is not ASCII; some hold commas, quotes, line breaks, whole fake records. */
export const SUBJECTS: readonly string[] = Array.from({ length: 4096 }, () => {
  const words = random.chance(1 / 12) ? FOREIGN_WORDS : WORDS;
  const [one, other] = [`${random.pick(words)} ${random.integer(1, 99_999)}`, random.pick(words)];
  return random.weighted([
    [one, 68],
    [`${one}, ${other}`, 25],
    [`AW: "${one}"`, 5],
    [`${one}\n ${other}, "quoted" text`, 1],
    [`${one}\r\n ${other}`, 0.8],
    [`${one}\r\n${FAKE_RECORD}`, 0.2],
  ]);
});

/** Names of Exchange Online's own servers, and their addresses. */
export const SERVERS: readonly string[] = Array.from(
  { length: 200 },
  () => `AM6PR08MB${random.integer(1000, 9999)}.eurprd08.prod.outlook.com`,
);
export const SERVER_ADDRESSES: readonly string[] = Array.from(
  { length: 400 },
  () => `2603:10a6:20b:${random.hex(1)}::${random.integer(1, 99)}`,
);
export const TENANT = random.guid();

const guid = (): string => random.guid();
const small = (): string => `0.${random.integer(1, 999)}`;
const yes = (): string => 'True';
const address = (): string => `10.${random.integer(0, 255)}.${random.integer(0, 255)}.${random.integer(1, 254)}`;

/** Items of `custom_data` that say nothing about a message's way over the border, with values as real rows have them. */
const ITEMS: readonly (readonly [key: string, value: () => string])[] = [
  ['IncludeInSla', yes],
  ['MailboxDatabaseGuid', guid],
  ['ActivityId', guid],
  ['BCL', () => String(random.integer(0, 9))],
  ['Mailboxes', guid],
  ['StoreObjectIds', () => `AAAA${random.hex(12)}==`],
  ['P2RecipStat', () => `${small()}/${random.integer(1, 9)}`],
  ['MsgRecipCount', () => String(random.integer(1, 40))],
  ['HttpRequestId', guid],
  ['DeliveredViaHttps', yes],
  ['MapiMessageClass', () => 'IPM.Note'],
  ['DeliveryLatency', small],
  ['E2ELatency', small],
  ['AccountForest', () => 'EURPR08A004.PROD.OUTLOOK.COM'],
  ['ProxyHop1', () => `${random.pick(SERVERS)}(${address()})`],
  ['ProxiedClientHostname', () => random.pick(SERVERS)],
  ['OriginalFromAddress', () => `user${random.integer(1, 9999)}@contoso.example`],
  ['PrimaryServer', () => `SRV=${random.pick(SERVERS)}:TOTAL-SUB=${small()}|SA=${small()}`],
  ['SFA', () => `SUM|v=0|scl=${random.integer(0, 9)};cat=NONE;sfv=NSPM`],
  ['TRA', () => `ETR|ruleId=${guid()}|st=2026-01-07, 10:15`],
];

/** Items of `length` characters or a little more. Few hold a quote: the reader has to take one away from each pair. */
function noise(length: number): string {
  const items: [string, string][] = [];
  for (let written = 0; written < length; ) {
    const [key, value] = random.pick(ITEMS);
    const text = random.chance(0.004) ? 'said "ok", twice' : value();
    items.push([key, text]);
    written += key.length + text.length + 4;
  }
  return customData(items);
}

export const NOISE: readonly string[] = Array.from({ length: 2048 }, () => noise(random.integer(130, 640)));
