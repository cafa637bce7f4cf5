import { useMutation } from '@tanstack/react-query';
import { useService } from '../api/context';
import { Button } from '../parts/button';
import { useText } from '../parts/words';

interface ElsewhereSignInProps {
  /** Signed in, and to be shown again lately. */
  readonly isAgain: boolean;
  readonly onDone: () => void;
}

/** At the OpenID provider, in a tab of its own: this one keeps what is open and typed. */
export function ElsewhereSignIn({ isAgain, onDone }: ElsewhereSignInProps) {
  const t = useText();
  const { api, base } = useService();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => api.askOpenly('GET /api/v1/console/me'),
    onSuccess: onDone,
  });
  const start = `${base}/api/v1/console/oidc/start${isAgain ? '?reauthenticate=1' : ''}`;
  return (
    <div className="form">
      <a className="button" data-kind="main" href={start} target="_blank" rel="noreferrer">
        {t('proof.oidc.open')}
      </a>
      <Button isPending={isPending} onPress={() => mutate()}>
        {t('proof.oidc.go')}
      </Button>
      {error === null ? null : (
        <p className="form-error" role="alert">
          {t('proof.oidc.not_yet')}
        </p>
      )}
    </div>
  );
}
