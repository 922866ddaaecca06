WITH told AS (
  SELECT connector_id, session_id, sequence_number,
    left(date_time, 10) AS day,
    event = '>' AND startsWith(data, '250 2.6.0 ') AND NOT startsWith(data, '250 2.6.0 CHUNK received OK') AS is_accepted,
    event = '>' AND startsWith(data, '220 2.') AS is_started,
    event = '<' AND startsWith(data, 'X-ANONYMOUSTLS') AS is_inside,
    event = '*' AND startsWith(context, 'TLS protocol ') AS is_told,
    if(is_told, transform(splitByChar(' ', substring(context, 1, 60))[3],
      ['SP_PROT_TLS1_2_SERVER', 'SP_PROT_TLS1_3_SERVER', 'SP_PROT_TLS1_0_SERVER', 'SP_PROT_TLS1_1_SERVER',
        'SP_PROT_SSL3_SERVER'],
      [5, 6, 3, 4, 1], 2), 0)::UInt8 AS version
  FROM {export}
),
sessions AS (
  SELECT connector_id, session_id,
    groupArrayIf(day, is_accepted) AS days,
    max(is_inside) AS is_inside,
    multiIf(
      max(is_told), maxIf(version, is_told),
      max(is_started), 2,
      min(sequence_number) = 0 AND count() = max(sequence_number) + 1, 0,
      7) AS state
  FROM told
  GROUP BY connector_id, session_id
),
messages AS (
  SELECT is_inside, lowerUTF8(connector_id) AS connector, state, arrayJoin(days) AS day FROM sessions
)
SELECT if(is_inside, 'internal', 'inbound') AS direction, connector, day, state, count() AS messages
FROM messages
GROUP BY is_inside, connector, day, state
SETTINGS {settings}
