import { useQueryClient } from '@tanstack/react-query';
import { useService } from '../api/context';
import { useText } from '../parts/words';
import { meKey } from '../session/me';
import { Card } from './card';
import { stepLeft } from './next-step';
import { SignInSteps } from './sign-in-steps';

/** At whatever address it is asked for: who is signed in sees the screen that was meant. */
export function SignInPage({ cause }: { readonly cause: unknown }) {
  const t = useText();
  const { base } = useService();
  const client = useQueryClient();
  const left = stepLeft(cause);
  return (
    <Card title={t('sign_in.title')} lead={t('sign_in.text')}>
      <SignInSteps
        {...(left === null ? {} : { first: left })}
        otherwise={
          <>
            <p className="or">{t('sign_in.or')}</p>
            <a className="button wide" href={`${base}/api/v1/console/oidc/start`}>
              {t('sign_in.oidc')}
            </a>
          </>
        }
        onDone={() => void client.resetQueries({ queryKey: meKey })}
      />
    </Card>
  );
}
