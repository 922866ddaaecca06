import type { RefObject } from 'preact';
import { LONGEST_SEARCH } from '../../src/protocol/choices';

interface SearchFieldProps {
  readonly id: string;
  /** Begins with the hint, so that who speaks to the page can say what they see. */
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** A field to search with; Escape clears it. */
export function SearchField({ id, label, hint, value, onChange, field }: SearchFieldProps) {
  return (
    <input
      id={id}
      class="text-field search-field"
      type="search"
      ref={field}
      aria-label={label}
      title={label}
      placeholder={hint}
      maxLength={LONGEST_SEARCH}
      autocomplete="off"
      spellcheck={false}
      value={value}
      onInput={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '' && !event.isComposing) {
          // VS Code listens to the page's keys too, and Escape means something there.
          event.preventDefault();
          event.stopPropagation();
          onChange('');
        }
      }}
    />
  );
}
