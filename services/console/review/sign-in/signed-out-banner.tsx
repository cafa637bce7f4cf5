import { useSyncExternalStore } from 'react';
import { useService } from '../api/context';
import { useText } from '../parts/words';

/** For who did not sign in again when asked: what is shown may be old, and nothing is asked for in the background. */
export function SignedOutBanner() {
  const t = useText();
  const { access } = useService();
  const isDeclined = useSyncExternalStore(access.declined.subscribe, access.declined.get);
  if (!isDeclined) return null;
  return (
    <p className="banner" role="status">
      {t('signed_out.text')}{' '}
      <button
        type="button"
        className="link-button"
        onClick={() => {
          // Closed once more, it says so itself.
          access.prove('sign_in', 'person').catch(() => undefined);
        }}
      >
        {t('sign_in.go')}
      </button>
    </p>
  );
}
