// The panel of remote hosts and senders as a test reads it.
import { REPORT_PAGE } from './editor';
import { waitUntil, webview, workbench } from './page';

const page = webview(REPORT_PAGE);

/** The steps of the way, from *All connectors* on. */
export const crumbs = () => page.texts('.breadcrumb li bdi');

/** Waits until the panel shows hosts, senders or lines of what the last step names. */
export async function waitForPeers(step: string): Promise<void> {
  await waitUntil(async () => (await crumbs()).at(-1) === step, `the step ${step}`);
  await page.waitFor('#drill-peers');
}

/** What the rows of the table say, column by column. */
export const drillRows = () =>
  page.evaluate<Readonly<Record<string, string>>[]>(`
    return [...document.querySelectorAll('.drill-table tbody tr')].map((row) =>
      Object.fromEntries([...row.cells].map((cell) => [cell.dataset.column, cell.textContent.trim()])));
  `);

/** A number as it is printed; 0 where there is none. */
export const numberIn = (text = ''): number => Number(text.replace(/\D/g, ''));

/** How many messages the panel says there are, and how many its rows add up to with what is told of the rest. */
export async function drilledMessages(): Promise<{ readonly said: number; readonly listed: number }> {
  const rows = await drillRows();
  const others = await page.texts('[data-note="more-hosts"], [data-note="aggregated"]');
  const rest = others.map((text) => numberIn(text.split(':').at(-1)));
  const listed = [...rows.map((row) => numberIn(row.messages)), ...rest].reduce((sum, count) => sum + count, 0);
  const [said] = (await page.text('#drill-messages')).split('·');
  return { said: numberIn(said), listed };
}

/** Closes the panel with the keyboard. */
export async function closeDrillDown(): Promise<void> {
  await workbench.key('Escape');
  await waitUntil(async () => (await page.count('#drill-down')) === 0, 'no panel');
}
