import type { LogSession } from './logSessions';

/** A connector of a protocol log with its sessions, as an outline lists them. */
export interface OutlinedConnector {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly total: number;
  /** The first ones, where there are too many for a list that somebody reads. */
  readonly sessions: readonly LogSession[];
}

/** So many sessions are listed in all. */
export const MOST_SESSIONS = 5000;

/** Groups sessions by connector, in the order in which they begin. */
export function outlineOf(sessions: readonly LogSession[], most = MOST_SESSIONS): OutlinedConnector[] {
  const listed = new Map<string, { total: number; last: number; sessions: LogSession[] }>();
  sessions.forEach((session, position) => {
    const group = listed.get(session.connector) ?? { total: 0, last: 0, sessions: [] };
    listed.set(session.connector, group);
    group.total++;
    group.last = Math.max(group.last, session.last);
    // Each connector has at least one.
    if (position < most || group.total === 1) {
      group.sessions.push(session);
    }
  });
  return [...listed].map(([name, group]) => ({ name, first: group.sessions[0]?.first ?? 0, ...group }));
}
