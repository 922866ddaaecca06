import { NO_NOTES, summarize } from '../aggregate/connectorSummary';
import { holdsDay } from '../model/day';
import { TLS_STATES, type Tls, type TlsState } from '../model/tls';
import { inOneGo } from '../steps';
import type { Asked } from './answerDrillDown';
import { periodOf } from './buildReport';
import type { ConnectorFlow, ProofLine } from './report';

/** A connector, and where each of its TLS states is first proved. */
export interface ConnectorLines extends Pick<ConnectorFlow, 'direction' | 'name' | 'type'> {
  readonly states: readonly StateLine[];
}

/** A TLS state, how many messages are in it, and the first line that proves one. */
export interface StateLine extends ProofLine {
  readonly tls: TlsState;
  readonly messages: number;
}

/** Where each connector's mail is first told of, by TLS state; connectors without messages are left out. */
export function connectorLines({ flow, accounts, options }: Asked): ConnectorLines[] {
  const summaries = inOneGo(summarize(flow, null, options.typeOf, NO_NOTES));
  const holds = holdsDay(periodOf(summaries, options));
  return summaries
    .map((summary) => {
      const states = TLS_STATES.flatMap((tls, state) => {
        const proof = summary.proofs(state as Tls, holds)?.first;
        const days = [...summary.days].filter(([day]) => holds(day));
        const messages = days.reduce((sum, [, { counts }]) => sum + (counts[state] ?? 0), 0);
        const file = accounts[proof?.file ?? -1]?.path ?? '';
        return proof === undefined || messages === 0 ? [] : [{ tls, messages, file, line: proof.line }];
      });
      const { direction, name, type } = summary;
      return { direction, name, type, states };
    })
    .filter(({ states }) => states.length > 0);
}
