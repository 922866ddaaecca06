import { useRef } from 'preact/hooks';
import { fill } from '../../src/core/report/wording';
import { NO_FILTER_CHOICES, type ReportChoices } from '../../src/protocol/choices';
import { CloseIcon } from '../components/icons';
import { Link } from '../components/link';
import { usePage } from '../pageContext';
import type { ActiveFilter } from './activeFilters';

interface FilterChipsProps {
  readonly filters: readonly ActiveFilter[];
  readonly onChange: (change: Partial<ReportChoices>) => void;
}

/** What leaves figures out, each with the way to take it back. */
export function FilterChips({ filters, onChange }: FilterChipsProps) {
  const { strings } = usePage();
  const list = useRef<HTMLUListElement>(null);
  /** The focus goes to the chip that follows: the one with the focus goes away. */
  const remove = (filter: ActiveFilter, index: number) => {
    onChange(filter.cleared);
    setTimeout(() => {
      const left = list.current?.querySelectorAll('button') ?? [];
      const next = left[Math.min(index, left.length - 2)] ?? document.getElementById('filters-button');
      (next as HTMLElement | null)?.focus();
    });
  };
  return filters.length === 0 ? null : (
    <ul class="plain chips" id="filter-chips" aria-label={strings['filter.active']} ref={list}>
      {filters.map((filter, index) => {
        const name = fill(strings['filter.remove'], filter.text);
        return (
          <li key={filter.key} class="chip" data-filter={filter.key}>
            <bdi>{filter.text}</bdi>
            <button
              type="button"
              class="icon-button"
              aria-label={name}
              title={name}
              onClick={() => remove(filter, index)}
            >
              <CloseIcon />
            </button>
          </li>
        );
      })}
      {filters.some(({ key }) => key.startsWith('tls ')) && (
        <li class="muted note tls-note">{strings['filter.tlsNote']}</li>
      )}
      <li>
        <Link
          class="clear-filters"
          onClick={() => {
            onChange(NO_FILTER_CHOICES);
            document.getElementById('filters-button')?.focus();
          }}
        >
          {strings['filter.clearAll']}
        </Link>
      </li>
    </ul>
  );
}
