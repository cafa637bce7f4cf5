import { Refusal } from '../api/problem';
import { KeptDrafts } from '../case/kept/kept-drafts';
import { Problem } from '../parts/problem';
import { useText } from '../parts/words';
import { MeProvider, useAskMe } from '../session/me';
import { Frame } from '../frame/frame';
import { KeptWorkflowDrafts } from '../routes/workflows/kept-draft';
import { Card } from './card';
import { ChangedElsewhere } from './changed-elsewhere';
import { ProofDialog } from './proof-dialog';
import { SignInPage } from './sign-in-page';
import { SignedOutBanner } from './signed-out-banner';

/** Before every screen but the set-up of an account. */
export function Gate() {
  const t = useText();
  const { data, error, refetch } = useAskMe();
  // A sign-in that has run out does not take away what is open: the dialog asks for a new one.
  if (data !== undefined) {
    return (
      <MeProvider value={data}>
        <SignedOutBanner />
        <KeptDrafts>
          <KeptWorkflowDrafts>
            <Frame />
          </KeptWorkflowDrafts>
        </KeptDrafts>
        <ProofDialog />
        <ChangedElsewhere />
      </MeProvider>
    );
  }
  if (error instanceof Refusal && error.status === 401) return <SignInPage cause={error} />;
  if (error !== null) {
    return (
      <Card title={t('page_title')}>
        <Problem cause={error} onRetry={() => void refetch()} />
      </Card>
    );
  }
  return (
    <main className="sign-in">
      <p className="soft">{t('loading')}</p>
    </main>
  );
}
