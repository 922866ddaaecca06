import type { Host } from './host';

/** Puts a text on the clipboard: by the browser where it may, else by the host. */
export async function copyText(text: string, host: Host): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // No permission, or a page that came over plain http, which has no clipboard.
    host.post({ type: 'copy', text });
  }
}
