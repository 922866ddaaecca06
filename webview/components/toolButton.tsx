import type { ComponentChildren } from 'preact';

interface ToolButtonProps {
  readonly id: string;
  readonly icon: ComponentChildren;
  readonly children: ComponentChildren;
  /** Of a button that stays down. */
  readonly isPressed?: boolean;
  /** What it opens, and whether that is open. */
  readonly opens?: 'menu';
  readonly isExpanded?: boolean;
  readonly onClick: () => void;
}

/** A flat button with a picture and a word, as in VS Code's own toolbars. */
export function ToolButton({ id, icon, children, isPressed, opens, isExpanded, onClick }: ToolButtonProps) {
  return (
    <button
      type="button"
      class="tool-button"
      id={id}
      aria-pressed={isPressed}
      aria-haspopup={opens}
      aria-expanded={opens === undefined ? undefined : isExpanded}
      onClick={onClick}
    >
      {icon}
      {children}
    </button>
  );
}
