import { fill } from '../../src/core/report/wording';
import type { ReportChoices } from '../../src/protocol/choices';
import type { PageStrings } from '../../src/protocol/strings';
import type { Selection } from '../choices';

/** A choice that leaves figures out, and what takes it back. */
export interface ActiveFilter {
  readonly key: string;
  readonly text: string;
  readonly cleared: Partial<ReportChoices>;
}

/** The choices that are not the usual ones, in the order of the controls. `connector` names the one that is shown alone. */
export function activeFilters(
  { showDataFor, period, isUsualPeriod, filter, search }: Selection,
  strings: PageStrings,
  connector: (key: string) => string,
): readonly ActiveFilter[] {
  const { direction, types, tls } = filter;
  const filters: (ActiveFilter | false)[] = [
    showDataFor !== 'all' && { key: 'connector', text: connector(showDataFor), cleared: { showDataFor: 'all' } },
    !isUsualPeriod && { key: 'period', text: daysText(period, strings), cleared: { period: null } },
    direction !== null && {
      key: 'direction',
      text: fill(strings['filter.direction'], strings[`direction.${direction}`]),
      cleared: { direction: null },
    },
    ...types.map((type) => ({
      key: `type ${type}`,
      text: fill(strings['filter.type'], strings[`type.${type}`]),
      cleared: { types: types.filter((other) => other !== type) },
    })),
    ...tls.map((state) => ({
      key: `tls ${state}`,
      text: fill(strings['filter.tls'], strings[`tls.${state}`]),
      cleared: { tls: tls.filter((other) => other !== state) },
    })),
    search.trim() !== '' && {
      key: 'search',
      text: fill(strings['filter.search'], search.trim()),
      cleared: { search: '' },
    },
  ];
  return filters.filter((one) => one !== false);
}

function daysText({ start, end }: Selection['period'], strings: PageStrings): string {
  return start === end ? fill(strings['filter.day'], start) : fill(strings['filter.days'], start, end);
}
