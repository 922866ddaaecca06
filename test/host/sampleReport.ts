import { clearFilters } from './detailsGrid';
import { closeAllEditors, openReport, REPORT_PAGE } from './editor';
import { sampleExport } from './exports';
import { webview } from './page';

const page = webview(REPORT_PAGE);

/** The tests of a group begin with the report of the sample export, without filters, and leave none behind. */
export function onSampleReport(): void {
  before(async () => {
    await openReport(sampleExport());
    await page.waitFor('[data-state="done"]');
    await page.waitFor('#details');
    await clearFilters();
  });

  after(async () => {
    await clearFilters();
    await closeAllEditors();
  });
}
