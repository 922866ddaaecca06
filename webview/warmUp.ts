import { formatCount, formatPercent } from '../src/core/report/percent';
import { bodyFont, widestText } from './charts/textWidth';

/**
 * Has the browser get ready what it takes long to ask for the first time, while the page waits for the host to answer: formats of
 * numbers and fonts. `locale`: a BCP 47 tag.
 */
export function warmUp(locale: string): void {
  formatCount(1000, locale);
  formatPercent(1, 3, 1, locale);
  widestText(['1'], bodyFont().size, 600);
}
