import type { ReportChoices } from '../src/protocol/choices';
import type { PageControl } from '../src/protocol/messages';

/** The elements that commands lead to. */
const ELEMENTS: Readonly<Record<PageControl, string>> = {
  search: 'details-search',
  filters: 'filters-button',
  viewBy: 'view-by',
};

/**
 * Leads the keyboard to a control, if the page has it: the search with what was typed selected, the filters opened. *View data
 * by* changes over to the other view.
 */
export function goToControl(
  control: PageControl,
  choices: ReportChoices,
  change: (next: Partial<ReportChoices>) => void,
) {
  const element = document.getElementById(ELEMENTS[control]);
  element?.scrollIntoView({ block: 'nearest' });
  element?.focus({ preventScroll: true });
  if (element instanceof HTMLInputElement) {
    element.select();
  } else if (control === 'viewBy' && element !== null) {
    change({ viewBy: choices.viewBy === 'mailFlow' ? 'tlsUsage' : 'mailFlow' });
  } else if (element?.getAttribute('aria-expanded') === 'false') {
    element.click();
  }
}
