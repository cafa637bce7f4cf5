import { useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useService } from '../api/context';
import { Problem } from '../parts/problem';
import { useText } from '../parts/words';
import { meKey } from '../session/me';
import { Card } from './card';
import { stepLeft } from './next-step';
import { oidcFailure } from './oidc-failure';
import { useSignInOptions } from './options';
import { SignInSteps } from './sign-in-steps';

/** At whatever address it is asked for: who is signed in sees the screen that was meant. */
export function SignInPage({ cause }: { readonly cause: unknown }) {
  const t = useText();
  const client = useQueryClient();
  const { data: options, error } = useSignInOptions();
  const left = stepLeft(cause);
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const failure = oidcFailure(search['error']);
  return (
    <Card title={t('sign_in.title')} lead={t('sign_in.text')}>
      {failure === null ? null : (
        <p className="notice" data-tone="warn" role="alert">
          {t(failure)}
        </p>
      )}
      {error === null ? null : <Problem cause={error} />}
      {options?.password === false ? (
        <OidcLink isMain />
      ) : (
        <SignInSteps
          {...(left === null ? {} : { first: left })}
          otherwise={options?.oidc === true ? <OidcLink isMain={false} /> : null}
          onDone={() => void client.resetQueries({ queryKey: meKey })}
        />
      )}
    </Card>
  );
}

function OidcLink({ isMain }: { readonly isMain: boolean }) {
  const t = useText();
  const { base } = useService();
  return (
    <>
      {isMain ? null : <p className="or">{t('sign_in.or')}</p>}
      <a
        className="button wide"
        data-kind={isMain ? 'main' : undefined}
        href={`${base}/api/v1/console/oidc/start`}
      >
        {t('sign_in.oidc')}
      </a>
    </>
  );
}
