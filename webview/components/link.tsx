import type { ComponentChildren } from 'preact';

interface LinkProps {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  readonly class?: string;
  /** The spoken name, where the visible text says too little by itself; begins with the visible text. */
  readonly name?: string;
  readonly title?: string;
  /** False where Tab passes it by, since arrow keys lead there. */
  readonly isStop?: boolean;
}

/** Looks like a link of the theme and acts on the page or the host; a real anchor would navigate the webview. */
export function Link({ onClick, children, class: extra, name, title, isStop = true }: LinkProps) {
  return (
    <button
      type="button"
      class={extra ? `link ${extra}` : 'link'}
      aria-label={name}
      title={title}
      tabIndex={isStop ? undefined : -1}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
