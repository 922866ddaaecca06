import { Random } from '../../generate/random';
import { pickHost, type RemoteHost } from './remoteHosts';
import { INBOUND_ROUTES, OUTBOUND_ROUTES, type TraceRoute } from './traceRoutes';
import { SUBJECTS } from './traceTexts';

/** What a message is to the organisation. `hopless`: no row tells how it came over the border. */
export type MessageKind = 'inbound' | 'outbound' | 'internal' | 'hopless';

/** A row at the border. `tls`: the minor version of TLS 1; undefined where it does not tell. `route` null: likewise. */
export interface Hop {
  readonly tls: number | undefined;
  readonly route: TraceRoute | null;
}

/** What all rows of a message share. */
export interface TraceMessage {
  readonly kind: MessageKind;
  /** Empty for one message in a hundred: then `messageId` identifies it. */
  readonly networkMessageId: string;
  readonly messageId: string;
  /** Milliseconds since 1970, UTC, of its first event. */
  readonly time: number;
  readonly hop: Hop;
  /** Some messages have another row at the border, which tells something else. */
  readonly secondHop: Hop | undefined;
  readonly host: RemoteHost;
  readonly subject: string;
  readonly sender: string;
  readonly recipient: string;
  readonly bytes: number;
}

const FIRST_TIME = Date.UTC(2026, 2, 1);
const SPAN = 30 * 86_400_000;
const OWN_DOMAIN = 'contoso.example';

const KINDS: readonly (readonly [MessageKind, number])[] = [
  ['inbound', 58],
  ['outbound', 26],
  ['internal', 15],
  ['hopless', 1],
];
const TLS: readonly (readonly [Hop['tls'], number])[] = [
  [2, 70],
  [3, 18],
  [0, 4],
  [1, 2],
  [undefined, 6],
];

/** The message with a number: the same each time, so that rows far apart agree about it. */
export function traceMessage(number: number, seed: number): TraceMessage {
  const random = new Random(Math.imul(number + 1, 0x9e3779b1) ^ seed);
  const kind = random.weighted(KINDS);
  const route = random.weighted(kind === 'outbound' ? OUTBOUND_ROUTES : INBOUND_ROUTES);
  const host = pickHost(route.hosts, random);
  const isFromOutside = kind === 'inbound' || kind === 'hopless';
  return {
    kind,
    networkMessageId: random.chance(0.01) ? '' : random.guid(),
    messageId: `<${random.hex(8).toUpperCase()}@${host.name}>`,
    time: FIRST_TIME + random.integer(0, SPAN - 1),
    hop: { tls: random.weighted(TLS), route },
    secondHop: secondHop(kind, route, random),
    host,
    subject: random.pick(SUBJECTS),
    sender: `user${random.integer(1, 5000)}@${isFromOutside ? host.domain : OWN_DOMAIN}`,
    recipient: `user${random.integer(1, 5000)}@${kind === 'outbound' ? host.domain : OWN_DOMAIN}`,
    bytes: random.integer(2100, 900_000),
  };
}

/** The same connector with another version, a row that tells no connector, or one more connector. */
function secondHop(kind: MessageKind, route: TraceRoute, random: Random): Hop | undefined {
  const chance = random.next();
  if (chance < 0.12) {
    return { tls: random.weighted(TLS), route };
  }
  if (chance < 0.16) {
    return { tls: random.weighted(TLS), route: null };
  }
  return kind === 'outbound' && chance < 0.19 ? { tls: 2, route: random.weighted(OUTBOUND_ROUTES) } : undefined;
}
