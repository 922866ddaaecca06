import { render } from 'preact';
import { formatCount, formatPercent } from '../src/core/report/percent';
import { dayNames } from './charts/dayNames';
import { bodyFont, widestText } from './charts/textWidth';
import { Button } from './components/toolkit';

/**
 * Has the browser get ready what it takes long to ask for the first time, while the page waits for the host to answer: formats of
 * numbers and days, fonts, fields for dates, buttons. Where the host answers at once, nothing is in its way: what the page has not
 * come to by then, it asks for when it needs it. `root`: what the page is drawn in. `locale`: a BCP 47 tag.
 */
export function warmUp(root: HTMLElement, locale: string): void {
  formatCount(1000, locale);
  formatPercent(1, 3, 1, locale);
  widestText(['1'], bodyFont().size, 600);
  requestIdleCallback(() => {
    if (!root.hasChildNodes()) {
      dayNames(['2026-03-08'], locale);
      new Intl.Collator(locale, { numeric: true }).compare('1', '2');
      layOutOnce();
    }
  });
}

/** Lays a few elements out and takes them away again: they are never painted, and nobody is told of them. */
function layOutOnce(): void {
  const place = document.createElement('div');
  place.className = 'visually-hidden';
  place.inert = true;
  document.body.append(place);
  render(
    <>
      <h1>1</h1>
      <p class="number">100.0% (1,000)</p>
      <input type="date" min="2026-03-07" max="2026-03-08" value="2026-03-08" />
      <Button appearance="secondary" onClick={() => {}}>
        ↓
      </Button>
    </>,
    place,
  );
  place.getBoundingClientRect();
  render(null, place);
  place.remove();
}
