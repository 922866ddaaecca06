import type { ConnectorJson, ReportJson } from './reportContract';

/** Messages by `direction | connector | day | TLS state`; connectors in lower case, `(none)` and `(untold)`. */
export type Figures = Map<string, number>;

/** From the weakest on; what is not in here is unknown. */
const STRENGTH = ['none', 'ssl3.0', 'tls', 'tls1.0', 'tls1.1', 'tls1.2', 'tls1.3'];

/** The weakest state that is known. */
export function weakest(states: readonly string[]): string {
  return STRENGTH.find((state) => states.includes(state)) ?? 'unknown';
}

/** The version in an SChannel constant or a text, read with the plainest means. */
export function versionIn(text: string): string {
  if (text.includes('SSL3')) {
    return 'ssl3.0';
  }
  const minor = ['1_0', '1_1', '1_2', '1_3', '1.0', '1.1', '1.2', '1.3'].findIndex((version) =>
    new RegExp(`TLS ?${version.replace('.', '\\.')}`).test(text),
  );
  return minor < 0 ? 'unknown' : `tls1.${minor % 4}`;
}

export function count(figures: Figures, direction: string, connector: string, day: string, state: string): void {
  const key = `${direction} | ${connector} | ${day} | ${state}`;
  figures.set(key, (figures.get(key) ?? 0) + 1);
}

/** A report's figures in the same shape. */
export function figuresIn(report: ReportJson): Figures {
  const figures: Figures = new Map();
  for (const connector of report.connectors) {
    for (const day of connector.days) {
      for (const [state, messages] of Object.entries(day.tls)) {
        figures.set(`${connector.direction} | ${nameOf(connector)} | ${day.date} | ${state}`, messages);
      }
    }
  }
  return figures;
}

/** Sorted, for a comparison that does not depend on order. */
export function listed(figures: Figures): string[] {
  return [...figures].map(([key, messages]) => `${key}: ${messages}`).sort();
}

function nameOf({ name, type }: ConnectorJson): string {
  return name?.toLowerCase() ?? (type === 'NoConnector' ? '(none)' : '(untold)');
}
