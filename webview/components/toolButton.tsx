import type { ComponentChildren } from 'preact';

interface ToolButtonProps {
  readonly id: string;
  readonly icon: ComponentChildren;
  readonly children: ComponentChildren;
  /** Of a button that stays down. */
  readonly isPressed?: boolean;
  readonly onClick: () => void;
}

/** A flat button with a picture and a word, as in VS Code's own toolbars. */
export function ToolButton({ id, icon, children, isPressed, onClick }: ToolButtonProps) {
  return (
    <button type="button" class="tool-button" id={id} aria-pressed={isPressed} onClick={onClick}>
      {icon}
      {children}
    </button>
  );
}
