import { ChevronIcon } from './icons';
import type { SelectEntry } from './selectEntry';

interface SelectProps {
  readonly id: string;
  /** Beside `field`. */
  readonly class: string;
  readonly label: string;
  readonly value: string;
  readonly entries: readonly SelectEntry[];
  readonly onChange: (value: string) => void;
}

/**
 * A choice of one entry. The browser's own: hundreds of connectors cost nothing, letters find them, and the list opens where
 * there is room.
 */
export function Select({ id, class: extra, label, value, entries, onChange }: SelectProps) {
  return (
    <div class={`field ${extra}`}>
      <label for={id}>{label}</label>
      <span class="select">
        <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {entries.map((entry) => (
            <option key={entry.value} value={entry.value} selected={entry.value === value}>
              {entry.text}
            </option>
          ))}
        </select>
        <ChevronIcon />
      </span>
    </div>
  );
}
