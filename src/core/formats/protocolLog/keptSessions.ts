import type { FactsWriter } from '../../facts/factsWriter';
import { KeptField } from '../../reading/rowFollower';
import type { Service, Services } from './services';
import type { Session } from './session';

/** Reads what a reader that follows rows knows of a session: numbers that begin at a position, see {@link KeptField}. */
export class KeptSessions {
  readonly #facts: FactsWriter;
  readonly #services: Services;

  constructor(facts: FactsWriter, services: Services) {
    this.#facts = facts;
    this.#services = services;
  }

  serverOf(numbers: Int32Array, at: number): string {
    const { names } = this.#facts;
    const host = numbers[at + KeptField.server] as number;
    return this.#serviceOf(numbers, at).server ?? (host < 0 ? '' : names.text(names.smallOf(host)));
  }

  /** Makes a session, of which no more than id and server is known, what the reader knows it to be. */
  fill(session: Session, numbers: Int32Array, at: number): void {
    const field = (position: number): number => numbers[at + position] as number;
    const service = this.#serviceOf(numbers, at);
    const [first, next, local] = [field(KeptField.first), field(KeptField.next), field(KeptField.local)];
    session.sequences.addRun(first, next - 1);
    session.rows(0, next - first, field(KeptField.firstLine));
    session.began(first, field(KeptField.firstDay), field(KeptField.firstMillisecond), 0);
    session.lastSequence = field(KeptField.last);
    session.connector = service.connector;
    session.isImplicit = service.isImplicit;
    session.hasLocal = local >= 0;
    session.isHub = this.#isHub(service, local);
    session.remote = field(KeptField.remote);
    session.events.addNumbers(numbers, field(KeptField.eventsAt) >> 2, field(KeptField.events));
  }

  #serviceOf(numbers: Int32Array, at: number): Service {
    return this.#services.of(this.#facts.names, numbers[at + KeptField.connector] as number);
  }

  #isHub(service: Service, local: number): boolean {
    return service.isHub || (local >= 0 && this.#services.isHubPort(this.#facts.names, local));
  }
}
