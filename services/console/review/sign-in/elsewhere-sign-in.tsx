import { useMutation } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { useService } from '../api/context';
import { Button } from '../parts/button';
import { useText } from '../parts/words';

const shownLately = z.object({ reauthenticated_until: z.nullable(z.string()) });

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
    async mutationFn() {
      const { reauthenticated_until: until } = shownLately.parse(
        await api.askOpenly('GET /api/v1/console/me'),
      );
      // The sign-in that is asked about still stands: only its time tells whether the person came back with one.
      if (isAgain && until === null) throw new Error('not shown again');
    },
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
