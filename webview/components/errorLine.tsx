import { usePage } from '../pageContext';
import { CloseIcon, ErrorIcon } from './icons';

/** The host's last error, until the reader dismisses it. The region is always there, or nothing would be announced. */
export function ErrorLine({ message, onDismiss }: { readonly message: string | null; readonly onDismiss: () => void }) {
  const { strings } = usePage();
  return (
    <div id="error" role="alert">
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
