/** The fewest columns that make an Extended trace, and an inbound message of TLS 1.2. */
export const HEADER =
  '"date_time_utc","custom_data","event_id","source","network_message_id","directionality","connector_id"\r\n';
export const ROW =
  '"2026-03-02T08:00:00Z","S:tlsversion=TLS1_2","RECEIVE","SMTP","1","Incoming","MX1\\Default MX1"\r\n';
