WITH events AS (
  SELECT *,
    upper(source) AS origin,
    upper(event_id) AS event,
    lower(directionality) IN ('incoming', 'inbound', '1') AS is_incoming,
    lower(regexp_extract(custom_data, 'S:FromEntity=(\w*)', 1)) AS from_entity
  FROM {export}
  WHERE network_message_id <> '' OR message_id <> ''
),
-- Which rows are a way in or out.
directed AS (
  SELECT *,
    CASE
      WHEN origin <> 'SMTP' THEN ''
      WHEN event = 'SENDEXTERNAL' THEN 'outbound'
      WHEN event <> 'RECEIVE' THEN ''
      WHEN from_entity IN ('internet', 'hybridonprem', 'partner') THEN 'inbound'
      WHEN is_incoming AND from_entity <> 'hosted' THEN 'inbound'
      WHEN contains(custom_data, 'S:InboundConnectorData=') THEN 'inbound'
      ELSE ''
    END AS direction
  FROM events
),
-- What each row tells. `shown`: 1 a hop inside, 2 that the message came or went elsewhere.
told AS (
  SELECT
    CASE WHEN network_message_id <> '' THEN lower(network_message_id) ELSE message_id END AS id,
    left(date_time_utc, 10) AS day,
    direction,
    lower(CASE direction
      WHEN 'inbound' THEN regexp_extract(custom_data, 'S:InboundConnectorData=Name=([^;]*)', 1)
      WHEN 'outbound' THEN regexp_extract(custom_data,
        'S:Microsoft.Exchange.Hygiene.TenantOutboundConnectorCustomData=Name=([^;]*)', 1)
      ELSE ''
    END) AS name,
    CASE
      WHEN direction = '' THEN ''
      WHEN lower(connector_id) = 'to_defaultopportunistictls' THEN '(none)'
      WHEN lower(connector_id) =
        lower(split_part(connector_id, '\', 1) || '\Default ' || split_part(connector_id, '\', 1)) THEN '(none)'
      ELSE lower(connector_id)
    END AS default_name,
    CASE direction
      WHEN '' THEN NULL
      WHEN 'inbound' THEN CASE regexp_extract(custom_data, 'S:tlsversion=(\w*)', 1)
        WHEN 'SP_PROT_TLS1_2_SERVER' THEN 5
        WHEN 'SP_PROT_TLS1_3_SERVER' THEN 6
        WHEN 'SP_PROT_TLS1_0_SERVER' THEN 3
        WHEN 'SP_PROT_TLS1_1_SERVER' THEN 4
        WHEN 'SP_PROT_SSL3_SERVER' THEN 1
        WHEN '' THEN 7
        ELSE 2
      END
      ELSE coalesce(3 + TRY_CAST(regexp_extract(
        source_context || ' ' || recipient_status || ' ' || message_info, 'TLS\s?1[._]([0-3])', 1, 'i') AS TINYINT), 7)
    END::TINYINT AS state,
    CASE
      WHEN direction <> '' THEN 0
      WHEN from_entity IN ('internet', 'hybridonprem', 'partner') THEN 2
      WHEN is_incoming AND from_entity <> 'hosted' THEN 2
      WHEN lower(regexp_extract(custom_data, 'S:ToEntity=(\w*)', 1)) IN ('internet', 'hybridonprem', 'partner') THEN 2
      WHEN contains(custom_data, 'S:InboundConnectorData=') THEN 2
      WHEN origin IN ('SMTP', 'STOREDRIVER')
        AND (from_entity = 'hosted' OR lower(directionality) IN ('originating', 'outbound', '2')) THEN 1
      ELSE 0
    END::TINYINT AS shown
  FROM directed
),
ways AS MATERIALIZED (
  SELECT id, direction, CASE WHEN name <> '' THEN name ELSE default_name END AS connector,
    min(state) AS state, min(day) AS day, bit_or(shown) AS shown
  FROM told
  GROUP BY ALL
),
-- A row without a connector belongs to the first one that another row of the message names.
named AS (
  SELECT id, direction, state, day,
    coalesce(nullif(connector, ''), min(nullif(connector, '')) OVER (PARTITION BY id, direction), '(untold)') AS connector
  FROM ways
  WHERE direction <> ''
),
messages AS (
  SELECT id, direction, connector, min(state) AS state, min(day) AS day
  FROM named
  GROUP BY ALL
),
internal AS (
  SELECT id FROM ways GROUP BY id HAVING max(direction) = '' AND bit_or(shown) = 1
)
SELECT direction, connector, day, state, count(*) FROM messages GROUP BY ALL
UNION ALL
SELECT 'internal', '', '', 0, count(*) FROM internal
