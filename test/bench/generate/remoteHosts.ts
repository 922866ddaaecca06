import type { Random } from '../../generate/random';

/** A machine on the other side, and the domain whose mail it sends and takes. */
export interface RemoteHost {
  readonly address: string;
  readonly name: string;
  readonly domain: string;
}

/** A few hosts account for much of the mail; `hosts` of them, numbered from `first` on. */
export function remoteHosts(first: number, hosts: number): readonly RemoteHost[] {
  return Array.from({ length: hosts }, (_, index) => hostOf(first + index));
}

/** Picks a host: the first ones much more often than the last. */
export function pickHost(hosts: readonly RemoteHost[], random: Random): RemoteHost {
  return hosts[Math.floor(random.next() ** 3 * hosts.length)] as RemoteHost;
}

function hostOf(number: number): RemoteHost {
  const domain = `domain${Math.floor(number / 3)}.example`;
  return {
    address: `203.${number >> 16}.${(number >> 8) & 255}.${number & 255}`,
    name: `mail${number % 3}.${domain}`,
    domain,
  };
}
