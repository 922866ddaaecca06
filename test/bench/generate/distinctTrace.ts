import { Random } from '../../generate/random';
import { customData } from '../../generate/traceRow';
import { csvLine } from './quoting';
import { pickHost, type RemoteHost, remoteHosts } from './remoteHosts';
import { INBOUND_ROUTES } from './traceRoutes';
import { writtenTime } from './writtenTime';

export interface DistinctTraceOptions {
  readonly seed: number;
  readonly bytes: number;
  /** How many rows, each of a message of its own; undefined: as many as there is room for. */
  readonly messages: number | undefined;
}

const FIRST_TIME = Date.UTC(2026, 2, 1);
const SPAN = 90 * 86_400_000;
const HOSTS: readonly RemoteHost[] = remoteHosts(0, 2000);
const COLUMNS = [
  'date_time_utc',
  'client_ip',
  'connector_id',
  'source',
  'event_id',
  'network_message_id',
  'directionality',
  'custom_data',
];

/** An Extended trace of nothing but messages that came in, one short row each: for how much memory a message takes. */
export class DistinctTrace {
  messages = 0;
  readonly #options: DistinctTraceOptions;
  readonly #random: Random;

  constructor(options: DistinctTraceOptions) {
    this.#options = options;
    this.#random = new Random(options.seed);
  }

  /** `bytes`: how many have been written so far. */
  *lines(bytes: () => number): Generator<string> {
    const { bytes: most, messages = Number.POSITIVE_INFINITY } = this.#options;
    yield csvLine(COLUMNS, 'needed');
    while (this.messages < messages && bytes() < most) {
      yield this.#row(this.messages++);
    }
  }

  #row(number: number): string {
    const random = this.#random;
    const route = random.pick(INBOUND_ROUTES)[0];
    const version = random.pick(['2', '2', '2', '3', '0']);
    return csvLine(
      [
        writtenTime(FIRST_TIME + random.integer(0, SPAN - 1)),
        pickHost(HOSTS, random).address,
        route?.name ?? '',
        'SMTP',
        'RECEIVE',
        idOf(number, random),
        'Incoming',
        customData([
          ['FromEntity', 'Internet'],
          ['tlsversion', `SP_PROT_TLS1_${version}_SERVER`],
        ]),
      ],
      'needed',
    );
  }
}

/** Another one for each number, without any order. */
function idOf(number: number, random: Random): string {
  const scattered = (Math.imul(number, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  const [first, third, fourth, last] = [random.hex(1), random.hex(1), random.hex(1), random.hex(3)];
  return `${first}${scattered.slice(0, 4)}-${scattered.slice(4)}-${third}-${fourth}-${last}`;
}
