import type { Format, FormatContext, FormatReader, OpenFormat } from './format';
import { messageHeaders, openHeaders } from './headers/messageHeaders';
import { messageTrackingLog, openTrackingLog } from './messageTrackingLog/messageTrackingLog';
import { openPostfixLog, postfixLog } from './postfix/postfixLog';
import { openReceiveLog, openSendLog, receiveLog, sendLog } from './protocolLog/protocolLog';

/** Readers that are large, by what they read. */
const READERS = new Map<Format, OpenFormat>([
  [receiveLog, openReceiveLog],
  [sendLog, openSendLog],
  [messageTrackingLog, openTrackingLog],
  [postfixLog, openPostfixLog],
  [messageHeaders, openHeaders],
]);

/** Begins to read a stretch of a file of a format: see {@link OpenFormat}. */
export function openReader(format: Format, context: FormatContext, state: string | undefined): FormatReader {
  const open = format.open ?? READERS.get(format);
  if (open === undefined) {
    throw new Error(`Nothing reads ${format.id}`);
  }
  return open(context, state);
}
