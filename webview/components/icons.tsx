/** Decorative: what an icon means is always said in words beside it. */
interface IconProps {
  readonly class?: string;
}

function Icon({ path, class: extra }: IconProps & { readonly path: string }) {
  return (
    <svg class={`icon ${extra ?? ''}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={path} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}

export function WarningIcon() {
  return (
    <Icon
      class="icon-warning"
      path="M7.1 1.7a1 1 0 0 1 1.8 0l6 11.8a1 1 0 0 1-.9 1.5H2a1 1 0 0 1-.9-1.5ZM8 3 2.2 14h11.6ZM7.4 6h1.2v4.5H7.4Zm0 5.5h1.2v1.3H7.4Z"
    />
  );
}

export function InformationIcon() {
  return (
    <Icon
      class="icon-information"
      path="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.1a5.9 5.9 0 1 0 0 11.8A5.9 5.9 0 0 0 8 2.1ZM7.4 7h1.2v4.6H7.4Zm0-2.6h1.2v1.4H7.4Z"
    />
  );
}

export function CloseIcon() {
  return <Icon path="m8 8.7 3.6 3.7.8-.8L8.7 8l3.7-3.6-.8-.8L8 7.3 4.4 3.6l-.8.8L7.3 8l-3.7 3.6.8.8Z" />;
}

export function ErrorIcon() {
  return (
    <Icon
      class="icon-error"
      path="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.1a5.9 5.9 0 1 0 0 11.8A5.9 5.9 0 0 0 8 2.1Zm0 5.2 2.2-2.2.7.7L8.7 8l2.2 2.2-.7.7L8 8.7l-2.2 2.2-.7-.7L7.3 8 5.1 5.8l.7-.7Z"
    />
  );
}
