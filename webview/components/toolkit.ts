// The one file that imports the toolkit: it is archived upstream, and a move to its successor must stay a one-file change.
import { provideVSCodeDesignSystem, vsCodeButton, vsCodeDropdown, vsCodeOption } from '@vscode/webview-ui-toolkit';
import { type ComponentChildren, h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Defines the elements used here. Without a named registration the bundler drops them and nothing is defined, silently. */
export function registerToolkit(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDropdown(), vsCodeOption());
}

interface ButtonProps {
  readonly id?: string;
  readonly class?: string;
  readonly appearance?: 'primary' | 'secondary';
  readonly disabled?: boolean;
  /** The spoken name, where the text says too little by itself; begins with the text. */
  readonly label?: string;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** A button of the theme. */
export function Button({
  id,
  class: extra,
  appearance = 'primary',
  disabled = false,
  label,
  onClick,
  children,
}: ButtonProps) {
  return h('vscode-button', { id, class: extra, appearance, disabled, 'aria-label': label, onClick }, children);
}

/** One entry of a {@link Dropdown}. */
export interface DropdownEntry {
  readonly value: string;
  readonly text: string;
}

interface DropdownProps {
  readonly id: string;
  /** `<label for>` does not name a toolkit dropdown, so it is named itself. */
  readonly label: string;
  readonly value: string;
  readonly entries: readonly DropdownEntry[];
  readonly onChange: (value: string) => void;
}

/** A choice of one entry. */
export function Dropdown({ id, label, value, entries, onChange }: DropdownProps) {
  const element = useRef<HTMLElement & { value: string }>(null);
  // The element takes a value only once its options are there, which is after the first paint; until then `selected` speaks.
  useEffect(() => {
    if (element.current !== null && element.current.value !== value) {
      element.current.value = value;
    }
  }, [value]);
  return h(
    'vscode-dropdown',
    {
      id,
      ref: element,
      // Its selection is lost when options change under it: other options are another dropdown.
      key: entries.map((entry) => entry.value).join('\n'),
      'aria-label': label,
      onChange: (event: Event) => {
        const chosen = (event.currentTarget as HTMLElement & { value: string }).value;
        if (chosen !== value) {
          onChange(chosen);
        }
      },
    },
    entries.map((entry) =>
      h('vscode-option', { key: entry.value, value: entry.value, selected: entry.value === value }, entry.text),
    ),
  );
}
