import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useService } from '../api/context';
import { Dialog } from '../parts/dialog';
import { useText } from '../parts/words';
import { useMe } from '../session/me';
import { ElsewhereSignIn } from './elsewhere-sign-in';
import { EnrolCode } from './enrol-code';
import { Reauthenticate } from './reauthenticate';
import { SignInSteps } from './sign-in-steps';

/**
 * Asks over whatever is open who the person is, when the API wants to know again. The screen below stays, with all
 * that was typed, and what was asked of the API goes on by itself.
 */
export function ProofDialog() {
  const t = useText();
  const { access } = useService();
  const client = useQueryClient();
  const { user, reauthenticate_by: by } = useMe();
  const waiting = useSyncExternalStore(access.waiting.subscribe, access.waiting.get);
  const done = (): void => {
    waiting?.done();
    // What was not asked for in the meantime.
    void client.invalidateQueries();
  };
  const proof = waiting?.proof;
  const isSignIn = proof === 'sign_in';
  return (
    <Dialog
      title={t(isSignIn ? 'proof.sign_in.title' : 'proof.code.title')}
      isOpen={waiting !== null}
      onClose={() => waiting?.giveUp()}
      staysOpen
    >
      <p className="soft">{t(textOf(isSignIn, by))}</p>
      {by === 'oidc' ? (
        <ElsewhereSignIn isAgain={!isSignIn} onDone={done} />
      ) : isSignIn ? (
        <SignInSteps email={user.email ?? ''} onDone={done} />
      ) : by === 'totp' ? (
        <Reauthenticate onDone={done} />
      ) : (
        <EnrolCode onDone={done} />
      )}
      <button type="button" className="link-button" onClick={() => waiting?.giveUp()}>
        {t('dialog.cancel')}
      </button>
    </Dialog>
  );
}

function textOf(isSignIn: boolean, by: 'totp' | 'oidc' | null) {
  if (isSignIn) return 'proof.sign_in.text';
  if (by === 'oidc') return 'proof.oidc.text';
  return by === 'totp' ? 'proof.code.text' : 'proof.none.text';
}
