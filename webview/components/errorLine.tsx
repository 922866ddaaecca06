import { usePage } from '../pageContext';
import { CloseIcon, ErrorIcon } from './icons';

interface ErrorLineProps {
  readonly id: string;
  readonly message: string | null;
  readonly onDismiss: () => void;
}

/** The host's last error, until the reader dismisses it. The region is always there, or nothing would be announced. */
export function ErrorLine({ id, message, onDismiss }: ErrorLineProps) {
  const { strings } = usePage();
  return (
    <div id={id} class="error-line" role="alert">
      {message !== null && (
        <div class="notice notice-error">
          <ErrorIcon />
          <p>{message}</p>
          <button
            type="button"
            class="icon-button"
            aria-label={strings.dismiss}
            title={strings.dismiss}
            onClick={onDismiss}
          >
            <CloseIcon />
          </button>
        </div>
      )}
    </div>
  );
}
