import type { ConnectorSummary } from '../aggregate/connectorSummary';
import { TLS_STATES, Tls } from '../model/tls';

const OLD: readonly Tls[] = [Tls.tls10, Tls.tls11];
/** All others but unknown, of which nothing follows. */
const OTHERS = [...TLS_STATES.keys()].filter((state) => state !== Tls.unknown && !OLD.includes(state as Tls)) as Tls[];
const NEVER = Number.POSITIVE_INFINITY;

/**
 * How the mail of a remote host that used TLS 1.0 or 1.1 travelled over time, in UTC days. Mail of unknown TLS state says
 * nothing of it.
 */
export interface Conduct {
  readonly host: string;
  /** Its messages under old TLS, and the last day of them. */
  oldMessages: number;
  lastOld: number;
  /** The first and the last day of its mail in plain text. */
  firstPlain: number;
  lastPlain: number;
  /** The last day of its mail under anything else, … */
  lastOther: number;
  /** … under TLS 1.2 or 1.3, … */
  lastNewer: number;
  /**
   * … and the first day behind {@link lastOld} of which it is certain that there was such mail, or any under SSL or a version
   * that is not told.
   */
  firstSince: number;
}

const known = new WeakMap<ConnectorSummary, readonly Conduct[]>();

/** The conduct of every host that used old TLS, as far as the files tell: others gave nothing up. */
export function conducts(connector: ConnectorSummary): readonly Conduct[] {
  let all = known.get(connector);
  if (all === undefined) {
    all = conductsOf(connector);
    known.set(connector, all);
  }
  return all;
}

function conductsOf(connector: ConnectorSummary): Conduct[] {
  const byHost = new Map<number, Conduct>();
  connector.hosts(OLD, (host, _, messages, __, lastDay) => {
    if (host !== 0) {
      const conduct = byHost.get(host) ?? begun(connector.hostName(host));
      conduct.oldMessages += messages;
      conduct.lastOld = Math.max(conduct.lastOld, lastDay);
      byHost.set(host, conduct);
    }
  });
  if (byHost.size > 0) {
    connector.hosts(OTHERS, (host, tls, _, firstDay, lastDay) => {
      const conduct = byHost.get(host);
      if (conduct !== undefined) {
        note(conduct, tls, firstDay, lastDay);
      }
    });
  }
  return [...byHost.values()];
}

function begun(host: string): Conduct {
  const none = { oldMessages: 0, lastOld: -NEVER, firstPlain: NEVER, lastPlain: -NEVER };
  return { host, ...none, lastOther: -NEVER, lastNewer: -NEVER, firstSince: NEVER };
}

/** Notes mail that was not under old TLS, once all is known that was. */
function note(conduct: Conduct, tls: Tls, firstDay: number, lastDay: number): void {
  if (tls === Tls.none) {
    conduct.firstPlain = Math.min(conduct.firstPlain, firstDay);
    conduct.lastPlain = Math.max(conduct.lastPlain, lastDay);
    return;
  }
  conduct.lastOther = Math.max(conduct.lastOther, lastDay);
  if (tls === Tls.tls12 || tls === Tls.tls13) {
    conduct.lastNewer = Math.max(conduct.lastNewer, lastDay);
  }
  const since = firstDay > conduct.lastOld ? firstDay : lastDay;
  if (since > conduct.lastOld) {
    conduct.firstSince = Math.min(conduct.firstSince, since);
  }
}

/** True where all its plain text came after its old TLS, with nothing but plain text since. */
export function lostTls({ lastOld, firstPlain, lastOther }: Conduct): boolean {
  return firstPlain < NEVER && firstPlain > lastOld && lastOther < firstPlain;
}

/** True where all its mail since its old TLS has been under newer TLS. */
export function stoppedOldTls({ lastOld, lastPlain, lastNewer }: Conduct): boolean {
  return lastNewer > lastOld && lastPlain <= lastOld;
}
