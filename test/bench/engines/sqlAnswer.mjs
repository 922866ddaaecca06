// What the two databases share: the columns of the exports, and how the rows of their results are an answer.

export const traceColumns = [
  ...[
    'date_time_utc',
    'client_ip',
    'client_hostname',
    'server_ip',
    'server_hostname',
    'source_context',
    'connector_id',
  ],
  ...['source', 'event_id', 'internal_message_id', 'message_id', 'network_message_id', 'recipient_address'],
  ...[
    'recipient_status',
    'total_bytes',
    'recipient_count',
    'related_recipient_address',
    'reference',
    'message_subject',
  ],
  ...['sender_address', 'return_path', 'message_info', 'directionality', 'tenant_id', 'original_client_ip'],
  ...['original_server_ip', 'custom_data'],
];

export const logColumns = [
  ...['date_time', 'connector_id', 'session_id', 'sequence_number', 'local_endpoint', 'remote_endpoint'],
  ...['event', 'data', 'context'],
];

/**
 * @param {readonly (readonly any[])[]} rows Direction, connector, day, position of the TLS state, messages. Internal messages have
 *   a direction of their own.
 * @returns {import('../question.mjs').Answer}
 */
export function answerOf(rows) {
  const isInternal = (/** @type {readonly any[]} */ [direction]) => direction === 'internal';
  return {
    figures: rows
      .filter((row) => !isInternal(row))
      .map(([direction, connector, day, state, messages]) => [
        direction,
        connector,
        day,
        Number(state),
        Number(messages),
      ]),
    internal: rows.filter(isInternal).reduce((sum, row) => sum + Number(row[4]), 0),
  };
}
