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

/** Points to the right; turned down where something is unfolded. */
export function ChevronIcon() {
  return <Icon path="m5.7 13.7-.7-.7L10 8 5 3l.7-.7L11.4 8Z" />;
}

export function FilterIcon() {
  return <Icon path="M15 2v1.7l-5 5V14l-4 1.5V8.7l-5-5V2Zm-1 1H2v.3l5 5v5.8l2-.8v-5l5-5Z" />;
}

export function ColumnsIcon() {
  return <Icon path="M1 2h14v12H1Zm1 1v10h3.5V3Zm4.5 0v10h3V3Zm4 0v10H14V3Z" />;
}

export function GroupIcon() {
  return <Icon path="M1 2h6v1H1Zm3 4h10v1H4Zm0 3h10v1H4Zm-3 4h6v1H1ZM2 4h1v8H2Z" />;
}

export function TableIcon() {
  return (
    <Icon path="M1 2h14v12H1Zm1 1v2.5h12V3Zm0 3.5v2.7h3.5V6.5Zm4.5 0v2.7H14V6.5ZM2 10.2V13h3.5v-2.8Zm4.5 0V13H14v-2.8Z" />
  );
}

export function PinIcon() {
  return (
    <Icon path="M5 1h6v1h-1v5.3L12.3 10v1H8.5v3.5L8 15.5l-.5-1V11H3.7v-1L6 7.3V2H5Zm2 1v5.7L5.2 10h5.6L9 7.7V2Z" />
  );
}

export function CheckIcon() {
  return <Icon class="icon-done" path="m6.4 12.6-4-4 .8-.8 3.2 3.2 6.4-6.8.8.7Z" />;
}

export function BackIcon() {
  return <Icon path="m7 3 .7.7L3.9 7.5H14v1H3.9l3.8 3.8-.7.7-5-5Z" />;
}

export function CopyIcon() {
  return <Icon path="M4 4V1h9v10h-3v4H1V4Zm1 0h5v6h2V2H5ZM2 5v9h7V5Z" />;
}

export function HostsIcon() {
  return <Icon path="M2 2h12v5H2Zm1 1v3h10V3Zm1 1h2v1H4ZM2 9h12v5H2Zm1 1v3h10v-3Zm1 1h2v1H4Z" />;
}

export function PictureIcon() {
  return (
    <Icon path="M1 2h14v12H1Zm1 1v8l3.5-4 3 3.4L10.5 8 14 11.5V3Zm0 9.5v.5h12v-.1l-3.5-3.5-2 2.4-3-3.4ZM11 4.5a1.2 1.2 0 1 1 0 2.4 1.2 1.2 0 0 1 0-2.4Z" />
  );
}

export function UpIcon() {
  return <Icon path="m8 2 5 5-.7.7-3.8-3.8V14h-1V3.9L3.7 7.7 3 7Z" />;
}

export function DownIcon() {
  return <Icon path="m8 14-5-5 .7-.7 3.8 3.8V2h1v10.1l3.8-3.8.7.7Z" />;
}

export function SameIcon() {
  return <Icon path="M3 7.5h10v1H3Z" />;
}

export function CompareIcon() {
  return <Icon path="M2 2h5v12H2Zm1 1v10h3V3Zm6-1h5v12H9Zm1 1v10h3V3Z" />;
}

export function QuestionIcon() {
  return (
    <Icon path="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.1a5.9 5.9 0 1 0 0 11.8A5.9 5.9 0 0 0 8 2.1ZM7.4 11h1.2v1.3H7.4ZM5.6 6.3C5.6 4.9 6.6 4 8 4s2.4.9 2.4 2.2c0 1-.5 1.5-1.1 2-.5.4-.7.7-.7 1.2v.4H7.4v-.5c0-1 .5-1.5 1.1-2 .5-.4.7-.6.7-1.1 0-.7-.5-1.1-1.2-1.1s-1.2.5-1.2 1.2Z" />
  );
}

export function SaveIcon() {
  return <Icon path="M2 2h9.7L14 4.3V14H2Zm1 1v10h1V9h8v4h1V4.7L11.3 3H11v3H5V3Zm3 0v2h4V3ZM5 10v3h6v-3Z" />;
}
