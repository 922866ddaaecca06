import { useContext } from 'preact/hooks';
import { Failure, usePage } from '../pageContext';
import { CloseIcon, ErrorIcon } from './icons';

/** The host's last error, until the reader dismisses it. The region is always there, or nothing would be announced. */
export function ErrorLine({ id }: { readonly id: string }) {
  const { strings } = usePage();
  const { message, dismiss } = useContext(Failure);
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
            onClick={dismiss}
          >
            <CloseIcon />
          </button>
        </div>
      )}
    </div>
  );
}
