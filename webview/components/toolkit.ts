// The one file that imports the toolkit: it is archived upstream, and a move to its successor must stay a one-file change.
import { provideVSCodeDesignSystem, vsCodeButton } from '@vscode/webview-ui-toolkit';
import { type ComponentChildren, h } from 'preact';

/** Defines the elements used here. Without a named registration the bundler drops them and nothing is defined, silently. */
export function registerToolkit(): void {
  provideVSCodeDesignSystem().register(vsCodeButton());
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
