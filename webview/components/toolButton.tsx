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
  /** The spoken name, where the text says too little by itself; begins with the text. */
  readonly label?: string;
  readonly onClick: () => void;
}

/** A flat button with a picture and a word, as in VS Code's own toolbars. */
export function ToolButton({ id, icon, children, isPressed, opens, isExpanded, label, onClick }: ToolButtonProps) {
  return (
    <button
      type="button"
      class="tool-button"
      id={id}
      aria-label={label}
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
