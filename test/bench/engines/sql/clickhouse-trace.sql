WITH events AS (
  SELECT *,
    upper(source) AS origin,
    upper(event_id) AS event,
    lower(directionality) IN ('incoming', 'inbound', '1') AS is_incoming,
    -- A position and a substring are much faster here than a regular expression.
    position(custom_data, 'S:FromEntity=') AS from_at,
    position(custom_data, 'S:ToEntity=') AS to_at,
    position(custom_data, 'S:InboundConnectorData=Name=') AS inbound_at,
    lower(if(from_at = 0, '', splitByChar(';', substring(custom_data, from_at + length('S:FromEntity='), 20))[1])) AS from_entity,
    lower(if(to_at = 0, '', splitByChar(';', substring(custom_data, to_at + length('S:ToEntity='), 20))[1])) AS to_entity
  FROM {export}
  WHERE network_message_id != '' OR message_id != ''
),
-- What each row tells. `shown`: 1 a hop inside, 2 that the message came or went elsewhere.
told AS (
  SELECT
    if(network_message_id != '', lower(network_message_id), message_id) AS id,
    left(date_time_utc, 10) AS day,
    multiIf(
      origin != 'SMTP', '',
      event = 'SENDEXTERNAL', 'outbound',
      event != 'RECEIVE', '',
      from_entity IN ('internet', 'hybridonprem', 'partner'), 'inbound',
      is_incoming AND from_entity != 'hosted', 'inbound',
      inbound_at > 0, 'inbound',
      '') AS direction,
    position(custom_data, 'S:Microsoft.Exchange.Hygiene.TenantOutboundConnectorCustomData=Name=') AS outbound_at,
    multiIf(
      direction = 'inbound' AND inbound_at > 0,
      splitByChar(';', substring(custom_data, inbound_at + length('S:InboundConnectorData=Name='), 300))[1],
      direction = 'outbound' AND outbound_at > 0,
      splitByChar(';', substring(custom_data, outbound_at
        + length('S:Microsoft.Exchange.Hygiene.TenantOutboundConnectorCustomData=Name='), 300))[1],
      '') AS name,
    splitByChar('\\', connector_id)[1] AS server,
    multiIf(
      direction = '', '',
      name != '', lowerUTF8(name),
      lower(connector_id) = 'to_defaultopportunistictls', '(none)',
      lower(connector_id) = lower(concat(server, '\\default ', server)), '(none)',
      lowerUTF8(connector_id)) AS connector,
    position(custom_data, 'S:tlsversion=') AS version_at,
    if(version_at = 0, '', splitByChar(';', substring(custom_data, version_at + length('S:tlsversion='), 40))[1]) AS version,
    extract(concat(source_context, ' ', recipient_status, ' ', message_info), '(?i)TLS\\s?1[._]([0-3])') AS mentioned,
    multiIf(
      direction = '', 7,
      direction = 'outbound', if(mentioned = '', 7, 3 + toUInt8OrZero(mentioned)),
      version = 'SP_PROT_TLS1_2_SERVER', 5,
      version = 'SP_PROT_TLS1_3_SERVER', 6,
      version = 'SP_PROT_TLS1_0_SERVER', 3,
      version = 'SP_PROT_TLS1_1_SERVER', 4,
      version = 'SP_PROT_SSL3_SERVER', 1,
      version = '', 7,
      2) AS state,
    multiIf(
      direction != '', 0,
      from_entity IN ('internet', 'hybridonprem', 'partner'), 2,
      is_incoming AND from_entity != 'hosted', 2,
      to_entity IN ('internet', 'hybridonprem', 'partner') OR inbound_at > 0, 2,
      origin IN ('SMTP', 'STOREDRIVER')
        AND (from_entity = 'hosted' OR lower(directionality) IN ('originating', 'outbound', '2')), 1,
      0) AS shown
  FROM events
),
ways AS (
  SELECT id, direction, connector, min(state) AS state, min(day) AS day, groupBitOr(shown) AS shown
  FROM told
  GROUP BY id, direction, connector
),
-- The ways of a message side by side: a query that is named twice here would read the export twice.
messages AS (
  SELECT id, groupBitOr(shown) AS shown, groupArrayIf((direction, connector, state, day), direction != '') AS hops
  FROM ways
  GROUP BY id
),
-- A row without a connector belongs to the first one that another row of the message names; `\xFF` stands behind all names.
named AS (
  SELECT id, arrayJoin(multiIf(
    notEmpty(hops), arrayMap(hop -> (
      hop.1,
      if(hop.2 != '', hop.2, arrayMin(other -> if(other.1 = hop.1 AND other.2 != '', other.2, '\xFF'), hops)),
      hop.3,
      hop.4), hops),
    shown = 1, [('internal', '', 0, '')],
    [])) AS hop
  FROM messages
),
counted AS (
  SELECT hop.1 AS direction, hop.2 AS connector, min(hop.3) AS state, min(hop.4) AS day
  FROM named
  GROUP BY id, direction, connector
)
SELECT direction, if(connector = '\xFF', '(untold)', connector), day, state, count() AS messages
FROM counted
GROUP BY direction, connector, day, state
SETTINGS {settings}
