// The question that every implementation answers, and the one way to write an answer down.
import { createHash } from 'node:crypto';

/**
 * **The question.** How many messages came in and went out, by direction, connector, UTC day and TLS state? And how many
 * messages stayed inside? By the rules of docs/counting.md, which for these exports come to the following.
 *
 * *Extended trace.* A message is its network_message_id without regard to case, or where that is empty its message_id. A row
 * SMTP SENDEXTERNAL is outbound. A row SMTP RECEIVE is inbound where its custom_data has InboundConnectorData, or a FromEntity
 * of Internet, HybridOnPrem or Partner, or where directionality says so and FromEntity is not Hosted. The connector is the name
 * in InboundConnectorData or TenantOutboundConnectorCustomData, else connector_id; `(none)` for To_DefaultOpportunisticTLS and
 * `SERVER\Default SERVER`. A row without any belongs to the connector that another row of the message names in that direction,
 * to the first by name where several do, else to `(untold)`. The TLS state is that in S:tlsversion, of an outbound row that in
 * source_context, recipient_status or message_info. A message counts once per direction and connector: with its weakest known
 * state, on the day of its earliest row. It is internal where no row is a way in or out, none of the others tells of one, and
 * a row of SMTP or STOREDRIVER is Hosted or originating.
 *
 * *SMTP log.* A message is an accepting reply, `250 2.6.0` but no `CHUNK received OK`, on its day and over its session's
 * connector. Its state is that of the session: the version in the TLS line; without one, TLS where STARTTLS was answered 220,
 * No TLS where no row is missing from number 0 on, else unknown. Messages of sessions with X-ANONYMOUSTLS are internal.
 *
 * What the rules say beyond that does not occur in the exports that are generated, so that a query needs no words for it:
 * rows that cannot be read, identical rows of a session, logs of the Hub service, keys of custom_data in other cases or within
 * the value of another one, a version that changes within a session.
 *
 * @typedef {object} Answer
 * @property {Iterable<readonly [direction: string, connector: string, day: string, state: number, messages: number]>} figures
 *   `connector`: in lower case. `state`: a position in {@link tlsStates}.
 * @property {number} internal
 */

/** From the weakest on, unknown last. */
export const tlsStates = ['none', 'ssl3.0', 'tls', 'tls1.0', 'tls1.1', 'tls1.2', 'tls1.3', 'unknown'];

/** The answer as sorted lines: two answers are the same where these are. @param {Answer} answer @returns {string[]} */
export function answerLines({ figures, internal }) {
  const lines = [...figures].map(([direction, connector, day, state, messages]) =>
    [direction, connector, day, tlsStates[state], messages].join('\t'),
  );
  return [...lines, `internal\t${internal}`].sort();
}

/** @param {readonly string[]} lines */
export const digest = (lines) => createHash('sha256').update(lines.join('\n')).digest('hex');

/** The first lines that only one of two answers has. @param {readonly string[]} a @param {readonly string[]} b */
export function firstDifferences(a, b) {
  const only = (/** @type {readonly string[]} */ these, /** @type {readonly string[]} */ others) => {
    const known = new Set(others);
    return these.filter((line) => !known.has(line)).slice(0, 5);
  };
  return [...only(a, b).map((line) => `  - ${line}`), ...only(b, a).map((line) => `  + ${line}`)];
}
