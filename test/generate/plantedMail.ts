import { type Mail, TLS10, TLS12 } from './traceMail';

/** A host of a scenario: what it does on a day of it, counted from 0. */
export interface PlantedHost {
  readonly host: string;
  readonly sender: string;
  /** Messages a day. */
  readonly count: number;
  readonly version: (day: number) => string;
  readonly connector?: string;
}

/** No version: where that is counted as No TLS, plain text. */
export const PLAIN = '';

/** The mail of hosts over so many days from 2026-03-02 on. */
export function plantedMail(hosts: readonly PlantedHost[], days: number): Mail[] {
  return Array.from({ length: days }, (_, day) =>
    hosts.map(({ version, ...host }): Mail => ({ ...host, day: dateOf(day), version: version(day) })),
  ).flat();
}

/** The date of a day of a scenario. */
export function dateOf(day: number): string {
  return new Date(Date.UTC(2026, 2, 2 + day)).toISOString().slice(0, 10);
}

/** Does so until a day of the scenario, and otherwise from it on. */
export function until(day: number, before: string, since: string): (now: number) => string {
  return (now) => (now < day ? before : since);
}

export const always =
  (version: string): (() => string) =>
  () =>
    version;

/** Hosts that do nothing wrong, and hide the others. */
export const CROWD: readonly PlantedHost[] = Array.from({ length: 12 }, (_, index) => ({
  host: `198.51.100.${index + 1}`,
  sender: `someone@crowd${index}.example`,
  count: 3 + (index % 4),
  version: always(TLS12),
}));

/** A host that has only ever used TLS 1.0. */
export const OLD_HOST: PlantedHost = {
  host: '192.0.2.50',
  sender: 'old@old.example',
  count: 4,
  version: always(TLS10),
};
