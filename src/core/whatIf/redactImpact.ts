import { hostKind, Pseudonyms } from '../export/pseudonyms';
import type { Impact } from './impact';

/** Replaces remote hosts, and names of connectors where that is wanted, by stand-ins: the same value has the same one everywhere. */
export function redactImpact(impact: Impact, { connectors: isAll }: { readonly connectors: boolean }): Impact {
  const names = new Pseudonyms(
    impact.connectors.flatMap(({ name, hosts }) => [name ?? '', ...hosts.map(({ host }) => host)]),
  );
  return {
    ...impact,
    redacted: isAll ? ['hosts', 'connectors'] : ['hosts'],
    connectors: impact.connectors.map((connector) => ({
      ...connector,
      name: connector.name === null || !isAll ? connector.name : names.of('connector', connector.name),
      hosts: connector.hosts.map((one) => ({ ...one, host: names.of(hostKind(one.host), one.host) })),
    })),
  };
}
