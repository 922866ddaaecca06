WITH told AS (
  SELECT connector_id, session_id, sequence_number,
    left(date_time, 10) AS day,
    event = '>' AND starts_with(data, '250 2.6.0 ') AND NOT starts_with(data, '250 2.6.0 CHUNK received OK') AS is_accepted,
    event = '>' AND starts_with(data, '220 2.') AS is_started,
    event = '<' AND starts_with(data, 'X-ANONYMOUSTLS') AS is_inside,
    CASE WHEN event = '*' AND starts_with(context, 'TLS protocol ') THEN
      CASE split_part(context, ' ', 3)
        WHEN 'SP_PROT_TLS1_2_SERVER' THEN 5
        WHEN 'SP_PROT_TLS1_3_SERVER' THEN 6
        WHEN 'SP_PROT_TLS1_0_SERVER' THEN 3
        WHEN 'SP_PROT_TLS1_1_SERVER' THEN 4
        WHEN 'SP_PROT_SSL3_SERVER' THEN 1
        ELSE 2
      END
    END::TINYINT AS version
  FROM {export}
),
sessions AS (
  SELECT
    lower(connector_id) AS connector,
    list(day) FILTER (is_accepted) AS days,
    bool_or(is_inside) AS is_inside,
    coalesce(max(version), CASE
      WHEN bool_or(is_started) THEN 2
      WHEN min(sequence_number) = 0 AND count(*) = max(sequence_number) + 1 THEN 0
      ELSE 7
    END) AS state
  FROM told
  GROUP BY connector_id, session_id
  HAVING bool_or(is_accepted)
),
messages AS (
  SELECT is_inside, connector, state, unnest(days) AS day FROM sessions
)
SELECT CASE WHEN is_inside THEN 'internal' ELSE 'inbound' END, connector, day, state, count(*)
FROM messages
GROUP BY is_inside, connector, day, state
